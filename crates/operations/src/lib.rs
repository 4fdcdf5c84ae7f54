//! What a revision file imports: operations as data, replay, reverse, DDL, hazards.
