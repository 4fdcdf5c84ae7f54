use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// The disk in memory that Linux gives everyone (tmpfs, `shm_overview(7)`).
const IN_MEMORY: &str = "/dev/shm";

/// What a whole run of the tests fits in several times, in MiB; a smaller disk in memory is left alone.
const ROOM: u64 = 6 * 1024;

/// The folder for what the tests throw away. Making and dropping databases is most of their time, and two to five times faster on a disk in memory, so
/// it is that one where it has room and `TMPDIR` names no other.
pub fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let is_asked_for = std::env::var_os("TMPDIR").is_some();
        if !is_asked_for && has_room() { PathBuf::from(IN_MEMORY) } else { std::env::temp_dir() }
    })
}

/// Asked of `df`, since the standard library has no call for it.
fn has_room() -> bool {
    let output = Command::new("df").args(["--block-size=1M", "--output=fstype,avail", IN_MEMORY]).output();
    output.is_ok_and(|output| {
        let text = String::from_utf8_lossy(&output.stdout);
        let mut words = text.lines().nth(1).unwrap_or_default().split_whitespace();
        let is_in_memory = words.next() == Some("tmpfs");
        is_in_memory && words.next().and_then(|free| free.parse::<u64>().ok()).is_some_and(|free| free >= ROOM)
    })
}
