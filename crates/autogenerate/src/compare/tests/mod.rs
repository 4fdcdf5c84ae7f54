mod dialects;
mod fixture;
mod operations;
mod renames;
mod truth;
mod twins;
mod unsaid;
