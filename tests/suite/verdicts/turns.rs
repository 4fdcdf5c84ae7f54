use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

/// A proxy before a server that counts how often a client speaks after the server has.
pub struct Turns {
    /// The URL that leads through it.
    pub url: String,
    count: Arc<AtomicUsize>,
}

impl Turns {
    pub fn to(url: &str) -> Self {
        let (before, rest) = url.split_once('@').expect("a URL with a user");
        let (address, path) = rest.split_once('/').expect("a URL with a database");
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let port = listener.local_addr().expect("its number").port();
        let count = Arc::new(AtomicUsize::new(0));
        let (counted, address) = (Arc::clone(&count), address.to_owned());
        // It ends with the process: nobody waits for it.
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let server = TcpStream::connect(&address).expect("the server");
                pass(client, server, &counted);
            }
        });
        Self { url: format!("{before}@127.0.0.1:{port}/{path}"), count }
    }

    pub fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }
}

/// Passes on what both say.
fn pass(client: TcpStream, server: TcpStream, count: &Arc<AtomicUsize>) {
    let has_answered = Arc::new(AtomicBool::new(true));
    let (asked, answered, count) = (Arc::clone(&has_answered), has_answered, Arc::clone(count));
    let (to_server, to_client) = (server.try_clone().expect("a handle"), client.try_clone().expect("a handle"));
    thread::spawn(move || {
        copy(client, to_server, || {
            if asked.swap(false, Ordering::SeqCst) {
                count.fetch_add(1, Ordering::SeqCst);
            }
        });
    });
    thread::spawn(move || copy(server, to_client, || answered.store(true, Ordering::SeqCst)));
}

fn copy(mut from: TcpStream, mut to: TcpStream, said: impl Fn()) {
    let mut buffer = [0; 65_536];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        said();
        if to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
