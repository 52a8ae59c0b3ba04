//! The few lines of HTTP that the driver of the web view speaks, always on this machine.

use serde_json::Value;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

/// Long enough for a batch of keys typed at a person's pace.
const PATIENCE: Duration = Duration::from_secs(90);

/// Returns a port nobody listens on.
pub(super) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Returns whether somebody listens on the port.
pub(super) fn answers(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Sends a request and returns the JSON of the answer, whatever its status: errors are in the JSON too.
pub(super) fn exchange(port: u16, method: &str, path: &str, body: Option<&Value>) -> io::Result<Value> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let head_ends =
        answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(|| unreadable("no end of head"))?;
    serde_json::from_slice(&answer[head_ends + 4..]).map_err(|error| unreadable(&error.to_string()))
}

fn unreadable(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("unreadable answer from the web view's driver: {why}"))
}
