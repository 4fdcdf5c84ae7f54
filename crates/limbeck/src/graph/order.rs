use super::GraphError;

/// How far the walk has come with a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Unseen,
    Open,
    Done,
}

/// The indices of all nodes, parents before children; where that leaves a choice, in their own order. Files that are sorted by time thus stay
/// in that order. One pass, on a stack of its own: the depth of a graph is the number of its revisions.
///
/// # Errors
/// `Cycle`, with the names that `id` gives.
pub(super) fn topological(parents: &[Vec<usize>], id: impl Fn(usize) -> String) -> Result<Vec<usize>, GraphError> {
    let mut visits = vec![Visit::Unseen; parents.len()];
    let mut order = Vec::with_capacity(parents.len());
    // A node that is open, and how many of its parents have been looked at.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for start in 0..parents.len() {
        if visits[start] != Visit::Unseen {
            continue;
        }
        visits[start] = Visit::Open;
        open.push((start, 0));
        while let Some((node, looked_at)) = open.last_mut() {
            let Some(parent) = parents[*node].get(*looked_at).copied() else {
                visits[*node] = Visit::Done;
                order.push(*node);
                open.pop();
                continue;
            };
            *looked_at += 1;
            match visits[parent] {
                Visit::Done => {}
                Visit::Unseen => {
                    visits[parent] = Visit::Open;
                    open.push((parent, 0));
                }
                Visit::Open => {
                    let circle = open.iter().map(|(node, _)| *node).skip_while(|node| *node != parent);
                    let mut ids: Vec<_> = circle.chain([parent]).map(id).collect();
                    // The walk goes from child to parent; people read from parent to child.
                    ids.reverse();
                    return Err(GraphError::Cycle { ids });
                }
            }
        }
    }
    Ok(order)
}
