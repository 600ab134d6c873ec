//! A desktop for the test alone: an X server without a screen, a window manager, and the real binary.
//!
//! Nothing here but a click waits for a fixed time: it polls for a line in the game's log, a change in the picture or the end of a
//! process, and fails with the log after a deadline of the clock. Only processes that were started here are ended.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use image::RgbaImage;
use tempfile::TempDir;

use crate::pictures;

/// The deadline of every wait; slow machines need a large one.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long drawings may take to become sharp and rabbits to have jumped for joy, also on a slow machine.
const AT_REST_BY_THEN: Duration = Duration::from_secs(15);
const MOMENT: Duration = Duration::from_millis(20);
/// Longer than a click means nothing on a screen that is new. Only a fixed sleep is sure of that.
const A_MOMENT_LATER: Duration = Duration::from_millis(500);

/// The program.
const GAME: &str = env!("CARGO_BIN_EXE_leveret");

/// A position in the frame: pixels from its left edge and from its top.
pub type Position = (u32, u32);

/// A running game in a window of its own, on a display of its own.
pub struct Desktop {
    display: String,
    /// The game, and its arguments.
    command: Vec<String>,
    game: Process,
    window: String,
    /// The part of the log that `wait_for_log` has gone past, in bytes.
    read: usize,
    files: TempDir,
    /// Those of a game that runs beside another one are the other's.
    _manager: Option<Process>,
    server: Option<Process>,
    /// The window of that game.
    other_window: Option<String>,
}

/// A child process that does not outlive the test.
struct Process(Child);

impl Desktop {
    /// Starts the game with these arguments, and returns when it shows its first frame and has the key focus.
    #[track_caller]
    pub fn start(arguments: &[&str]) -> Desktop {
        let mut desktop = Desktop::launch(arguments);
        if let Err(log) = desktop.try_show() {
            panic!("the game ended:\n{log}");
        }
        desktop
    }

    /// Starts the game by another program, as a command of its command line.
    #[track_caller]
    pub fn start_by(program: &str, arguments: &[&str]) -> Desktop {
        let mut desktop = Desktop::launch_command(&[&[program, GAME], arguments].concat());
        if let Err(log) = desktop.try_show() {
            panic!("the game ended:\n{log}");
        }
        desktop
    }

    /// Starts the game with these arguments.
    pub fn launch(arguments: &[&str]) -> Desktop {
        Desktop::launch_command(&[&[GAME], arguments].concat())
    }

    fn launch_command(command: &[&str]) -> Desktop {
        let (server, display) = start_server();
        let desktop = Desktop::launch_on(display, Some(server), command);
        desktop.put_pointer_away();
        desktop
    }

    /// A game on this display, with the server that has it if it is alone there.
    fn launch_on(display: String, server: Option<Process>, command: &[&str]) -> Desktop {
        let files = tempfile::tempdir().expect("a directory for logs");
        let manager = server.is_some().then(|| start_window_manager(&display, &files));
        let command: Vec<String> = command.iter().map(|word| (*word).to_owned()).collect();
        let game = start_game(&display, &files, &command);
        let window = String::new();
        Desktop { display, command, game, window, read: 0, files, _manager: manager, server, other_window: None }
    }

    /// Starts a second game for another player on the same desktop; it has the key focus then.
    #[track_caller]
    pub fn beside(&self, arguments: &[&str]) -> Desktop {
        let mut other = Desktop::launch_on(self.display.clone(), None, &[&[GAME], arguments].concat());
        other.other_window = Some(self.window.clone());
        if let Err(log) = other.try_show() {
            panic!("the second game ended:\n{log}");
        }
        other
    }

    /// Kills the game, so that it cannot save anything, and starts it again for the same player.
    #[track_caller]
    pub fn kill_and_start_again(&mut self) {
        self.start_again(|_| {});
    }

    /// Kills the game, lets `meanwhile` change the folder of the player's files, and starts the game again.
    #[track_caller]
    pub fn start_again(&mut self, meanwhile: impl FnOnce(&Path)) {
        self.game.end();
        meanwhile(&self.data());
        self.game = start_game(&self.display, &self.files, &self.command);
        self.read = 0;
        if let Err(log) = self.try_show() {
            panic!("the game ended:\n{log}");
        }
    }

    /// The folder of the player's files.
    pub fn data(&self) -> PathBuf {
        self.files.path().join("data/leveret")
    }

    /// Sends a signal such as `TERM` to the game.
    pub fn signal(&self, signal: &str) {
        let game = self.game.0.id().to_string();
        self.run("kill", &["-s", signal, &game]);
    }

    /// Sends a signal to the game, and returns its exit code.
    #[track_caller]
    pub fn end_by(&mut self, signal: &str) -> Option<i32> {
        self.signal(signal);
        self.wait_for_end(PATIENCE).code()
    }

    /// Waits until the game shows its first frame and has the key focus.
    ///
    /// # Errors
    /// The log, if the game ends instead.
    #[track_caller]
    pub fn try_show(&mut self) -> Result<(), String> {
        let mut ended = false;
        self.wait_until("no frame was shown", |desktop| {
            ended = desktop.game.0.try_wait().expect("our own child").is_some();
            ended || desktop.log().contains("first frame shown")
        });
        if ended {
            return Err(self.log());
        }
        self.window = self.find_window();
        self.wait_until("the window never had the key focus", |desktop| desktop.log().contains("focus true"));
        Ok(())
    }

    /// Moves the pointer off the window.
    pub fn put_pointer_away(&self) {
        self.xdotool(&["mousemove", "1599", "999"]);
    }

    /// Clicks with the primary button, when clicks mean something even on a screen that is new.
    pub fn click(&self, position: Position) {
        thread::sleep(A_MOMENT_LATER);
        self.point(position);
        self.xdotool(&["click", "1"]);
    }

    /// Moves the pointer there.
    pub fn point(&self, (x, y): Position) {
        self.xdotool(&["mousemove", "--window", &self.window, &x.to_string(), &y.to_string()]);
    }

    /// Drags with the primary button from one position to another.
    pub fn drag(&self, from: Position, to: Position) {
        self.point(from);
        self.xdotool(&["mousedown", "1"]);
        self.point(to);
        self.xdotool(&["mouseup", "1"]);
    }

    /// Turns the wheel away from the hand, or towards it if negative. winit makes two notches of each on this server.
    pub fn wheel(&self, notches: i32) {
        let button = if notches > 0 { "4" } else { "5" };
        self.xdotool(&["click", "--repeat", &notches.unsigned_abs().to_string(), button]);
    }

    /// Presses a key by its X11 name, `p`, `Return`, `Escape`, `F11`, or by its number of two digits.
    pub fn key(&self, name: &str) {
        self.xdotool(&["key", name]);
    }

    /// Presses one key after the other, faster than the game makes frames.
    pub fn keys(&self, names: &[&str]) {
        self.xdotool(&[&["key", "--delay", "0"], names].concat());
    }

    /// Holds a key down for so long, so that it repeats.
    pub fn hold(&self, name: &str, time: Duration) {
        self.xdotool(&["keydown", name, "sleep", &time.as_secs_f64().to_string(), "keyup", name]);
    }

    /// Types a text.
    pub fn write(&self, text: &str) {
        self.xdotool(&["type", text]);
    }

    /// Gives the keyboard the layout of a country, such as `fr`.
    pub fn set_layout(&self, country: &str) {
        self.run("setxkbmap", &[country]);
    }

    /// Changes the size of the window, as a player does at its edge.
    pub fn resize(&self, width: u32, height: u32) {
        self.xdotool(&["windowsize", &self.window, &width.to_string(), &height.to_string()]);
    }

    /// Gives the window each of these sizes in turn, with a pause after each.
    pub fn resize_each(&self, sizes: impl IntoIterator<Item = (u32, u32)>, pause: Duration) {
        let resize = |(width, height): (u32, u32)| {
            let [width, height, pause] = [width.to_string(), height.to_string(), pause.as_secs_f64().to_string()];
            ["windowsize", &self.window, &width, &height, "sleep", &pause].map(str::to_owned)
        };
        let commands: Vec<String> = sizes.into_iter().flat_map(resize).collect();
        self.xdotool(&commands.iter().map(String::as_str).collect::<Vec<_>>());
    }

    pub fn minimise(&self) {
        self.xdotool(&["windowminimize", "--sync", &self.window]);
    }

    pub fn restore(&self) {
        self.xdotool(&["windowactivate", "--sync", &self.window]);
    }

    /// Presses the close button of the window's frame.
    pub fn close(&self) {
        self.run("wmctrl", &["-i", "-c", &self.window]);
    }

    /// Destroys the window, without asking the game.
    pub fn destroy_window(&mut self) {
        self.xdotool(&["windowclose", &self.window]);
    }

    /// Closes the game's connection to the server.
    pub fn disconnect(&mut self) {
        self.xdotool(&["windowkill", &self.window]);
    }

    /// Kills the server.
    pub fn end_server(&mut self) {
        self.server.as_mut().expect("the game is alone on its display").end();
    }

    /// What the window shows now.
    pub fn screenshot(&self) -> RgbaImage {
        let png = self.run("import", &["-silent", "-window", &self.window, "png:-"]);
        image::load_from_memory(&png).expect("ImageMagick writes a PNG").to_rgba8()
    }

    /// What the window shows once it no longer changes.
    #[track_caller]
    pub fn still(&mut self) -> RgbaImage {
        let mut last = self.screenshot();
        self.wait_until("the picture does not come to rest", |desktop| {
            let before = std::mem::replace(&mut last, desktop.screenshot());
            before == last
        });
        last
    }

    /// Checks that the window shows the stored picture of this name in the end. Drawings that are new at their size become
    /// sharp a moment after they are first seen, and between two poses of a rabbit the picture is at rest too.
    #[track_caller]
    pub fn assert_looks_like(&mut self, name: &str) {
        if pictures::are_blessed() {
            thread::sleep(AT_REST_BY_THEN);
        }
        let deadline = Instant::now() + AT_REST_BY_THEN;
        let mut seen = self.still();
        while !pictures::matches(name, &seen) && Instant::now() < deadline {
            thread::sleep(MOMENT);
            seen = self.screenshot();
        }
        pictures::check(name, &seen);
    }

    /// Waits until the window shows this again.
    #[track_caller]
    pub fn wait_until_shown(&mut self, picture: &RgbaImage) {
        self.wait_until("the picture does not come back", |desktop| desktop.screenshot() == *picture);
    }

    /// Waits until the window shows something else.
    #[track_caller]
    pub fn wait_for_change(&mut self, before: &RgbaImage) {
        self.wait_until("the picture does not change", |desktop| desktop.screenshot() != *before);
    }

    /// Waits for a line that contains `words`, after the line that the last call has found.
    #[track_caller]
    pub fn wait_for_log(&mut self, words: &str) {
        let mut end = 0;
        self.wait_until(&format!("no line of the log says `{words}`"), |desktop| {
            let Some(at) = desktop.log()[desktop.read..].find(words) else { return false };
            end = desktop.read + at + words.len();
            true
        });
        self.read = end;
    }

    /// How often the threads of the game have gone to sleep so far.
    pub fn wakeups(&self) -> u64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.game.0.id())).expect("the game runs");
        let of_thread = |folder: PathBuf| {
            // A thread may end meanwhile.
            let status = fs::read_to_string(folder.join("status")).unwrap_or_default();
            let count = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            count.map_or(0, |count| count.trim().parse().expect("a number"))
        };
        threads.map(|thread| of_thread(thread.expect("a thread").path())).sum::<u64>()
    }

    /// Megabytes of the game that are in memory.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.game.0.id())).expect("the game runs");
        let size = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.strip_suffix("kB"));
        size.and_then(|kilobytes| kilobytes.trim().parse::<u64>().ok()).expect("a number") / 1024
    }

    /// Waits for the game to end by itself, and checks that it ended well.
    #[track_caller]
    pub fn assert_left(self) {
        self.assert_left_within(PATIENCE);
    }

    #[track_caller]
    pub fn assert_left_within(mut self, patience: Duration) {
        let status = self.wait_for_end(patience);
        let log = self.log();
        assert!(status.success(), "the game ended with {status}:\n{log}");
        assert!(!log.contains("panicked"), "{log}");
    }

    #[track_caller]
    pub fn assert_never_logged(&self, words: &str) {
        let log = self.log();
        assert!(!log.contains(words), "{log}");
    }

    /// Checks that the game ends by itself at once, with exit code 1 and a line that contains one of `messages`. Xlib may add
    /// an indented line. It takes less than a second; a busy machine gets five.
    #[track_caller]
    pub fn assert_fails(&mut self, messages: &[&str]) {
        let status = self.wait_for_end(Duration::from_secs(5));
        let log = self.log();
        assert_eq!(status.code(), Some(1), "{log}");
        let lines: Vec<&str> = log.lines().filter(|line| !is_logged(line) && !line.starts_with(' ')).collect();
        let [line] = lines[..] else { panic!("not one line:\n{log}") };
        assert!(messages.iter().any(|message| line.contains(message)), "{log}");
    }

    fn log(&self) -> String {
        fs::read_to_string(self.files.path().join("log")).expect("the log is there")
    }

    fn find_window(&self) -> String {
        let found = self.xdotool(&["search", "--sync", "--onlyvisible", "--name", "^[Ll]everet"]);
        let windows = String::from_utf8_lossy(&found);
        let mut own = windows.lines().filter(|window| Some(*window) != self.other_window.as_deref());
        own.next_back().expect("a window is found").to_string()
    }

    #[track_caller]
    fn wait_for_end(&mut self, patience: Duration) -> ExitStatus {
        let deadline = Instant::now() + patience;
        loop {
            if let Some(status) = self.game.0.try_wait().expect("our own child") {
                return status;
            }
            assert!(Instant::now() < deadline, "the game does not end:\n{}", self.log());
            thread::sleep(MOMENT);
        }
    }

    #[track_caller]
    fn wait_until(&mut self, complaint: &str, mut holds: impl FnMut(&mut Desktop) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds(self) {
            assert!(Instant::now() < deadline, "{complaint}; the log:\n{}", self.log());
            thread::sleep(MOMENT);
        }
    }

    fn xdotool(&self, arguments: &[&str]) -> Vec<u8> {
        self.run("xdotool", arguments)
    }

    /// Runs a tool on the display and returns what it printed. Some tools wait for ever for a window that is gone.
    fn run(&self, tool: &str, arguments: &[&str]) -> Vec<u8> {
        let output = Command::new("timeout")
            .arg(PATIENCE.as_secs().to_string())
            .arg(tool)
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output()
            .unwrap_or_else(|cause| panic!("cannot run `{tool}`: {cause}"));
        assert!(output.status.success(), "`{tool} {arguments:?}` failed: {output:?}; the log:\n{}", self.log());
        output.stdout
    }
}

impl Process {
    fn end(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// Whether the line is of the log, or of a driver's start: not a message to the player.
fn is_logged(line: &str) -> bool {
    line.starts_with('[') || line.contains("XDG_RUNTIME_DIR")
}

/// Starts the game for a player of these files: nothing that a player has on this machine may leak into the test, or be
/// changed by it.
fn start_game(display: &str, files: &TempDir, command: &[String]) -> Process {
    let log = fs::File::create(files.path().join("log")).expect("a file for the log");
    let game = Command::new(&command[0])
        .args(&command[1..])
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env("HOME", files.path())
        .env("XDG_CONFIG_HOME", files.path().join("config"))
        .env("XDG_DATA_HOME", files.path().join("data"))
        .env("LC_ALL", "C")
        .env("RUST_LOG", "leveret=debug")
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .expect("the game starts");
    Process(game)
}

/// The server picks a free number itself and writes it when it is ready.
fn start_server() -> (Process, String) {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("cannot run `Xvfb`");
    let mut number = String::new();
    BufReader::new(server.stdout.take().expect("a pipe")).read_line(&mut number).expect("Xvfb writes its number");
    (Process(server), format!(":{}", number.trim()))
}

/// Without a window manager no window ever has the key focus. openbox runs the startup command when it is ready; its
/// other signs come earlier, and then a window may never be shown.
fn start_window_manager(display: &str, files: &TempDir) -> Process {
    let ready: PathBuf = files.path().join("ready");
    let manager = Command::new("openbox")
        .args(["--startup", &format!("touch '{}'", ready.display())])
        .env("DISPLAY", display)
        .env("HOME", files.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("cannot run `openbox`");
    let manager = Process(manager);
    let deadline = Instant::now() + PATIENCE;
    while !ready.exists() {
        assert!(Instant::now() < deadline, "openbox does not start");
        thread::sleep(MOMENT);
    }
    manager
}
