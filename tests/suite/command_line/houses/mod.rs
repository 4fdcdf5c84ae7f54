pub mod houses;
pub mod lifts;
pub mod rooms;
