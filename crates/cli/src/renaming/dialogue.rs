//! Questions and answers line by line, with the terminal as it is: its own editing works, Ctrl-C ends the program, and nothing has to be put back.

use std::io::{self, BufRead, Write};

/// Somebody who reads lines and answers with lines.
pub(super) struct Dialogue<R, W> {
    answers: R,
    questions: W,
}

impl<R: BufRead, W: Write> Dialogue<R, W> {
    /// What is read and what is written.
    pub(super) const fn new(answers: R, questions: W) -> Self {
        Self { answers, questions }
    }

    /// Which of the options is taken, the first by Enter alone; `None` if the question is put aside.
    ///
    /// # Errors
    /// Nothing can be read or written any more.
    pub(super) fn choose(&mut self, question: &str, options: &[String]) -> io::Result<Option<usize>> {
        writeln!(self.questions, "{question}")?;
        for (at, option) in options.iter().enumerate() {
            writeln!(self.questions, "  {}  {option}", at.saturating_add(1))?;
        }
        let count = options.len();
        loop {
            let Some(line) = self.line(&format!("1 to {count} [1], Ctrl-C writes nothing: "))? else { return Ok(None) };
            match (line.as_str(), line.parse::<usize>()) {
                ("", _) => return Ok(Some(0)),
                (_, Ok(number)) if (1..=count).contains(&number) => return Ok(number.checked_sub(1)),
                (_, Ok(_) | Err(_)) => writeln!(self.questions, "`{line}` is none of them")?,
            }
        }
    }

    /// A text of which `read` makes something, `first` by Enter alone; it is asked for again as long as `read` says what is wrong with it. `None` if the
    /// question is put aside.
    ///
    /// # Errors
    /// Nothing can be read or written any more.
    pub(super) fn text<T>(
        &mut self,
        question: &str,
        first: Option<&str>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> io::Result<Option<T>> {
        writeln!(self.questions, "{question}")?;
        let prompt = first.map_or_else(|| "> ".to_owned(), |first| format!("[{first}]> "));
        loop {
            let Some(line) = self.line(&prompt)? else { return Ok(None) };
            let text = if line.is_empty() { first.unwrap_or_default() } else { &line };
            match read(text) {
                Ok(value) => return Ok(Some(value)),
                Err(problem) => writeln!(self.questions, "{problem}")?,
            }
        }
    }

    /// A line without what surrounds it; `None` at the end of the input, or where Escape is in it.
    fn line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        write!(self.questions, "{prompt}")?;
        self.questions.flush()?;
        let mut line = String::new();
        if self.answers.read_line(&mut line)? == 0 {
            // Ctrl-D leaves the cursor behind the prompt.
            writeln!(self.questions)?;
            return Ok(None);
        }
        Ok((!line.contains('\u{1b}')).then(|| line.trim().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(answers: &str) -> (Option<usize>, String) {
        let mut written = Vec::new();
        let options = ["it stays", "it goes"].map(str::to_owned);
        let chosen = Dialogue::new(answers.as_bytes(), &mut written).choose("What becomes of it?", &options);
        (chosen.expect("an answer"), String::from_utf8(written).expect("text"))
    }

    #[test]
    fn an_option_is_chosen_by_its_number() {
        for (name, answers, expected, asked) in [
            ("Enter", "\n", Some(0), 1),
            ("the second", " 2 \n", Some(1), 1),
            ("none of them, then one", "0\n3\n-1\nyes\n1\n", Some(0), 5),
            ("Escape", "\u{1b}\n1\n", None, 1),
            ("the end", "", None, 1),
            ("the end after a wrong one", "9\n", None, 2),
        ] {
            let (chosen, written) = chosen(answers);
            assert_eq!(chosen, expected, "{name}");
            assert!(written.starts_with("What becomes of it?\n  1  it stays\n  2  it goes\n1 to 2 [1]"), "{name}");
            assert_eq!(written.matches("1 to 2").count(), asked, "{name}");
        }
        assert!(chosen("9\n").1.contains("`9` is none of them\n"));
    }

    #[test]
    fn a_text_is_asked_for_until_it_can_be_read() {
        for (name, first, answers, expected) in [
            ("Enter takes what is offered", Some("7"), "\n", Some(7)),
            ("a number", Some("7"), "8\n", Some(8)),
            ("a wrong one, then one", None, "x\n\n9\n", Some(9)),
            ("Escape", Some("7"), "8\u{1b}\n", None),
            ("the end", Some("7"), "", None),
        ] {
            let mut written = Vec::new();
            let read = |text: &str| text.parse::<i32>().map_err(|_| format!("`{text}` is no number"));
            let found = Dialogue::new(answers.as_bytes(), &mut written).text("How old?", first, read);
            assert_eq!(found.expect("an answer"), expected, "{name}");
            let written = String::from_utf8(written).expect("text");
            assert_eq!(written.matches("is no number\n").count(), answers.matches("x\n\n").count() * 2, "{name}");
        }
    }
}
