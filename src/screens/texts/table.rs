//! The table: every text of the game, by its name.

use super::advice::AdviceTexts;
use super::edit::EditTexts;
use super::sound::SoundTexts;
use super::time::TimeTexts;
use crate::look::{HintValue, Hints, Idle, Preset};
use crate::screens::keys::{Command, Key, KeyContext};
use crate::sim::{Ability, Death, Refusal};

/// The texts of one language.
pub(crate) struct Texts {
    /// The language's own name.
    pub language: &'static str,

    // On many screens.
    pub back: &'static str,
    pub levels: &'static str,
    pub show_me: &'static str,
    pub tokens: fn(count: u32) -> String,

    // The title.
    pub motto: &'static str,
    pub play: &'static str,
    /// The button that continues with the level of this name.
    pub continue_with: fn(&str) -> String,
    pub custom_level: &'static str,
    pub about: &'static str,
    pub settings: &'static str,
    pub quit: &'static str,
    pub title_keys: &'static str,
    /// Progress could not be saved, and why.
    pub not_saved: fn(cause: &str) -> String,
    pub settings_not_saved: fn(cause: &str) -> String,
    pub set_aside: fn(file: &str, cause: &str, moved_to: &str) -> String,
    pub unreadable: fn(file: &str, cause: &str) -> String,
    pub later_version: fn(file: &str, cause: &str) -> String,
    pub older_used: fn(told: &str) -> String,
    pub quality_unknown: fn(cause: &str) -> String,

    // Level files.
    pub custom_keys: &'static str,
    /// The clipboard has no text.
    pub nothing_to_paste: &'static str,
    pub not_pasted: fn(cause: &str) -> String,
    pub browse: &'static str,
    pub no_file_dialog: fn(cause: &str) -> String,
    pub file_name: &'static str,
    pub recent_files: &'static str,
    /// Before the folder of a file that no longer exists.
    pub missing: &'static str,
    pub open: &'static str,
    /// How to close the message about a broken file.
    pub how_to_close: &'static str,

    // About the game.
    pub version: fn(&str) -> String,
    pub about_game: &'static str,
    pub about_rules: &'static str,
    pub about_licence: &'static str,
    pub about_font: &'static str,
    pub about_files: fn(&str) -> String,

    // The list of levels.
    pub choose_level: &'static str,
    /// Beside the name of a set.
    pub set_progress: fn(won: usize, all: usize) -> String,
    /// Below a level that was won.
    pub best: fn(saved: i32, tokens: &str, steps: u32) -> String,
    /// Below a level that is unlocked.
    pub to_do: fn(save: i32, rabbits: i32) -> String,
    /// Below a level that is locked.
    pub locked: &'static str,

    // The card before a level.
    pub by: fn(author: &str) -> String,
    pub aim: fn(save: i32, rabbits: i32) -> String,
    pub start: &'static str,
    pub hint: &'static str,
    pub next_hint: &'static str,
    pub no_hints: &'static str,
    pub close: &'static str,

    // The bars around the board.
    pub out: fn(i32) -> String,
    pub waiting: fn(i32) -> String,
    pub died: fn(i32) -> String,
    pub saved: fn(saved: i32, needed: i32) -> String,
    pub step: fn(u32) -> String,
    pub speed: fn(&str) -> String,
    pub zoom: fn(u32) -> String,
    pub restart: &'static str,
    pub fit: &'static str,
    pub inspect: &'static str,
    pub explode_all: &'static str,

    // What will happen, over the board.
    /// Who takes a token in how many steps.
    pub takes: fn(who: &str, steps: u32) -> String,
    /// Added to what happens: how it ends.
    pub then: fn(end: &str) -> String,
    /// A rabbit that is not born yet.
    pub still_to_come: fn(&str) -> String,
    pub nobody_takes: &'static str,
    pub nobody_takes_in: fn(steps: u32) -> String,
    pub falls_out: &'static str,
    /// The level cannot be won any more.
    pub cannot_be_won: fn(most: i32, needed: i32) -> String,
    /// To where it could still be won.
    pub go_back: &'static str,

    /// While a solution is shown.
    pub take_over: &'static str,

    // The question before all rabbits explode.
    pub explode_all_question: &'static str,
    pub explode: &'static str,
    pub cancel: &'static str,
    pub leave_question: &'static str,
    pub leave: &'static str,

    // The end of a level.
    pub won: &'static str,
    pub lost: &'static str,
    /// In place of "won", after a solution that the player only watched.
    pub solution_shown: &'static str,
    /// How many rabbits died of this.
    pub died_of: fn(Death, count: usize) -> String,
    /// Where that was, at a few places or at these and elsewhere.
    pub at_places: fn(&[String], Listed) -> String,
    pub saved_of_needed: fn(saved: i32, needed: i32) -> String,
    pub spent: fn(tokens: &str, steps: u32) -> String,
    /// Added when tokens were dropped while the game was paused.
    pub assisted: &'static str,
    /// Added when the solution was shown.
    pub shown: &'static str,
    pub first_win: &'static str,
    /// Better than the best result before, which was this.
    pub new_best: fn(saved: i32, tokens: &str, steps: u32) -> String,
    pub best_so_far: fn(saved: i32, tokens: &str, steps: u32) -> String,
    pub next: &'static str,
    pub retry: &'static str,

    /// What the solver has found.
    pub advice: AdviceTexts,
    /// Level files that are being written.
    pub edit: EditTexts,
    /// The timeline and the replays.
    pub time: TimeTexts,
    /// Sound and its settings.
    pub sound: SoundTexts,

    // The settings: labels, and values with their meanings.
    pub graphics: &'static str,
    pub graphics_speed: LabelledValue,
    pub graphics_balanced: LabelledValue,
    pub graphics_quality: LabelledValue,
    pub text_size: &'static str,
    pub text_small: LabelledValue,
    pub text_normal: LabelledValue,
    pub text_large: LabelledValue,
    pub motion: &'static str,
    pub motion_full: LabelledValue,
    pub motion_reduced: LabelledValue,
    pub display: &'static str,
    pub display_window: LabelledValue,
    pub display_full_screen: LabelledValue,
    pub unfocused: &'static str,
    pub unfocused_plays_on: LabelledValue,
    pub unfocused_pauses: LabelledValue,
    pub colors: &'static str,
    pub colors_standard: LabelledValue,
    pub colors_safe: LabelledValue,
    /// The label of the language setting.
    pub language_row: &'static str,
    pub language_meaning: &'static str,

    // What is in a cell.
    pub metal: &'static str,
    pub earth: &'static str,
    pub slope: &'static str,
    pub bridge: &'static str,
    pub entrance: &'static str,
    pub to_come: fn(i32) -> String,
    pub exit: &'static str,
    pub saved_here: fn(i32) -> String,
    pub pipe: &'static str,
    pub fire: &'static str,
    pub rabbit: &'static str,
    pub rabbot: &'static str,

    // What a rabbit has learnt for good.
    pub can_climb: &'static str,
    pub has_brolly: &'static str,
    /// Several rabbits in a cell.
    pub rabbits: fn(usize) -> String,

    // The legend of the inspected board.
    pub legend_rabbit: &'static str,
    pub legend_rabbot: &'static str,
    pub legend_water: &'static str,
    /// The board is too small for words.
    pub zoom_to_inspect: fn(key: &str) -> String,

    // Abilities, as the tokens are called.
    pub bash_token: &'static str,
    pub dig_token: &'static str,
    pub bridge_token: &'static str,
    pub block_token: &'static str,
    pub climb_token: &'static str,
    pub explode_token: &'static str,
    pub brolly_token: &'static str,

    /// What a rabbit does that takes the token.
    pub ability: fn(Ability) -> &'static str,
    /// Why a token cannot be dropped.
    pub refusal: fn(Refusal) -> &'static str,

    // What a rabbit is doing, after its name and number.
    pub explodes: &'static str,
    pub leaves: &'static str,
    pub burns: &'static str,
    pub drowns: &'static str,
    pub crashes: &'static str,
    pub falls: &'static str,
    pub falls_to_death: &'static str,
    pub goes_home: &'static str,
    pub floats: &'static str,
    pub bashes: &'static str,
    pub bashes_in_vain: &'static str,
    pub digs: &'static str,
    pub digs_in_vain: &'static str,
    pub builds: &'static str,
    pub blocks: &'static str,
    pub climbs: &'static str,
    pub bangs_head: &'static str,
    pub waits: &'static str,
    pub walks: &'static str,
    pub walks_up: &'static str,
    pub walks_down: &'static str,
    pub walks_up_and_down: &'static str,
    pub turns: &'static str,

    // The overlay of frame times.
    /// The stages of a frame in their order: inputs and steps, listing, painting board and bars, handing over.
    pub stages: [&'static str; 5],
    pub milliseconds: fn(f32) -> String,
    pub frame: &'static str,
    /// The time that 99 of 100 frames keep to.
    pub frame_p99: &'static str,
    /// The value of a hint that changes nothing at this zoom.
    pub hint_is_idle: fn(value: &str) -> String,
    pub overlay_zoom: &'static str,
    /// Where no board is in play.
    pub no_zoom: &'static str,
    pub items_and_kilopixels: &'static str,
    pub sprites_cached_and_new: &'static str,

    // The graphics page.
    /// The label of the first row, which sets all hints at once.
    pub preset: &'static str,
    pub graphics_custom: LabelledValue,
    pub graphics_below: &'static str,
    pub sample_before: &'static str,
    pub sample_now: &'static str,
    pub sample_zoom: &'static str,
    pub sample_zoom_meaning: &'static str,
    pub undo_changes: &'static str,
    /// What a value of a hint does.
    pub hint_value: fn(HintValue) -> &'static str,
    /// Why a hint does nothing.
    pub idle: fn(Idle) -> &'static str,

    // The keys.
    pub keys: &'static str,
    /// What a key is called.
    pub key: fn(Key) -> String,
    pub key_context: fn(KeyContext) -> &'static str,
    /// What a line of the help does.
    pub command: fn(Command) -> &'static str,
    /// Tells apart the commands that share a line of the help.
    pub which: fn(Command) -> Option<&'static str>,
    pub change: &'static str,
    pub keys_meaning: &'static str,
    pub keys_below: &'static str,
    pub press_a_key: &'static str,
    pub key_added: fn(key: &str) -> String,
    pub key_moved: fn(key: &str, losers: &str) -> String,
    pub key_removed: fn(key: &str) -> String,
    pub key_reserved: fn(key: &str) -> String,
    pub reset: &'static str,
    pub keys_reset: &'static str,

    // The help.
    pub help: &'static str,
    pub help_below: &'static str,
    /// Where the system does not tell what is printed on keys.
    pub keys_unknown: &'static str,
    pub keys_move: &'static str,
    pub keys_choose: &'static str,
    pub keys_back: &'static str,
    pub with_the_mouse: &'static str,
    pub mouse: [LabelledValue; 3],
}

impl Texts {
    /// What the hints are called together, and what that means.
    pub fn graphics(&self, hints: Hints) -> LabelledValue {
        match hints.preset() {
            Some(Preset::Speed) => self.graphics_speed,
            Some(Preset::Balanced) => self.graphics_balanced,
            Some(Preset::Quality) => self.graphics_quality,
            None => self.graphics_custom,
        }
    }
}

/// Whether a list of places names all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    All,
    First,
}

/// A value of a setting, and what it means.
pub(crate) type LabelledValue = (&'static str, &'static str);
