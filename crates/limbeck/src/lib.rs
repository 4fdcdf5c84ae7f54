//! What an application embeds: revision graph, history table, lock, runner.
