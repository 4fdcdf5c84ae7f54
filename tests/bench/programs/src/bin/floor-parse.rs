//! `floor-parse FOLDER`: reads the Rust files of a folder and parses each with `syn::parse_file`, on one thread. Nobody who parses them is faster.

use std::{error::Error, fs, hint::black_box, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("usage: floor-parse FOLDER")?;
    let (mut files, mut items) = (0, 0);
    for entry in fs::read_dir(Path::new(&folder))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let file = black_box(syn::parse_file(&fs::read_to_string(&path)?)?);
            files += 1;
            items += file.items.len();
        }
    }
    println!("{files} files, {items} items");
    Ok(())
}
