//! The sample application: users, animals, adoptions.
