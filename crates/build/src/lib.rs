//! The build script of a migrations crate: finds the revision files and compiles them in.
