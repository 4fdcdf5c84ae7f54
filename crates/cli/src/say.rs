//! Lines to the person. A reader that is gone (`| head`) is no reason to stop: what the command does counts, not who listens.

/// Prints a line on the standard output, in colours where they show.
macro_rules! say {
    ($($text:tt)*) => {{
        let _ = std::io::Write::write_fmt(&mut anstream::stdout(), format_args!("{}\n", format_args!($($text)*)));
    }};
}

/// Prints a line on the standard error, in colours where they show.
macro_rules! tell {
    ($($text:tt)*) => {{
        let _ = std::io::Write::write_fmt(&mut anstream::stderr(), format_args!("{}\n", format_args!($($text)*)));
    }};
}
