//! Finds the revision files and compiles them in.

fn main() {
    limbeck_build::revisions();
}
