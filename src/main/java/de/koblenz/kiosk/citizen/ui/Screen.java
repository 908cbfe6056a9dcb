package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import java.util.List;
import java.util.Optional;

/// One page as data: every word already in the citizen's language, every control with the event that
/// it sends. [SessionPresenter] makes it from the state; the views draw it and know nothing else.
///
/// @param key identity of the page; views of an equal key are updated in place, so that focus and pressed state
///     survive typing and a change of language
/// @param look how it is drawn
/// @param office name of the office in the header
/// @param progress where the citizen is, in words ("Frage 3 von 7"), or empty
/// @param section what the question belongs to ("Hund 2"), above the title, or empty
/// @param title the page's question or heading
/// @param hint one or two sentences below it, or empty
/// @param alert error or status in the reading zone
/// @param body the interaction zone
/// @param back the button "Zurück", always at the same place
/// @param next the primary button, always at the same place
/// @param services the service bar: language, aids, help, end, in this order
/// @param idleLine the calm banner of the start page, or empty
public record Screen(
        String key,
        ScreenLook look,
        String office,
        String progress,
        String section,
        String title,
        String hint,
        Optional<Alert> alert,
        Body body,
        Optional<Control> back,
        Optional<Control> next,
        List<Control> services,
        String idleLine) {

    public Screen {
        services = List.copyOf(services);
    }

    /// Whether it is a page that a terminal shows while nobody is there, so that there is nothing of anybody on it: the start
    /// page with its calm banner, or that it is out of service.
    public boolean isNobodys() {
        return key.equals("out-of-service") || (key.equals("start") && !idleLine.isEmpty());
    }

    /// A page may hold what the citizen typed.
    @Override
    public String toString() {
        return "Screen[" + key + "]";
    }

    /// Something that can be touched.
    ///
    /// @param id stable id for tests, speech and focus (`next`, `tile.AUTO_PARKEN`)
    /// @param label what stands on it; its accessible name as well
    /// @param symbol its icon, or NONE
    /// @param action what it sends
    public record Control(String id, String label, Symbol symbol, SessionEvent action) {}

    /// A message in the reading zone: words, an icon and a colour, never the colour alone.
    ///
    /// @param code failure code for the help desk, or empty
    public record Alert(Level level, String text, String code) {
        public enum Level {
            INFO,
            SUCCESS,
            WARNING,
            ERROR
        }
    }

    /// What fills the interaction zone.
    public sealed interface Body {}

    /// The start page: a search row and up to eight tiles.
    public record Start(Control search, List<Tile> tiles) implements Body {}

    /// A tile of the start page.
    ///
    /// @param note examples below the title; left out in large text and low reach
    public record Tile(Control control, String note) {}

    /// A list of services in cells that need no scrolling.
    ///
    /// @param cells those of this page of the list
    /// @param more "Mehr", where there is another page
    public record Cells(List<Cell> cells, Optional<Control> more) implements Body {}

    /// A service in a list.
    ///
    /// @param note price, or why it cannot be started here; may be empty
    /// @param badges small icons with names, e.g. needs an ID card
    public record Cell(Control control, String note, List<Badge> badges) {}

    public record Badge(Symbol symbol, String name) {}

    /// Search while typing: value line, at most five hits, keyboard. In low reach the hits have a page of their own.
    public record Search(
            Entry entry, List<Cell> hits, String nothingFound, Optional<Control> showHits)
            implements Body {}

    /// A service page: facts in two columns and, where it helps, a QR code.
    ///
    /// @param more leads to all that is said about it, where there is more
    public record ServiceFacts(List<Fact> facts, Optional<Qr> qr, Optional<Control> more)
            implements Body {
        /// Facts that are all.
        static ServiceFacts of(List<Fact> facts, Optional<Qr> qr) {
            return new ServiceFacts(facts, qr, Optional.empty());
        }
    }

    public record Fact(Symbol symbol, String label, String value) {}

    /// A QR code.
    ///
    /// @param content what a phone reads
    /// @param caption the same in words
    public record Qr(String content, String caption) {
        @Override
        public String toString() {
            return "Qr[" + caption + "]";
        }
    }

    /// One typed value with the keyboard that fits.
    public record TextEntry(Entry entry) implements Body {}

    /// One typed value.
    ///
    /// @param target what [SessionEvent.Entered] names
    /// @param label accessible name
    /// @param value what is typed so far
    /// @param unit shown behind the value, e.g. "mm"; may be empty
    /// @param keyboard which keys
    /// @param maxLength most characters
    /// @param error message at the field, or empty
    /// @param hint about this one of several, or empty
    public record Entry(
            String target,
            String label,
            String value,
            String unit,
            Keyboard keyboard,
            int maxLength,
            String error,
            String hint) {
        public enum Keyboard {
            /// QWERTZ with ä ö ü ß, digits, and a page of further letters of DIN 91379.
            LETTERS,
            /// 3 × 4 digit pad.
            DIGITS,
            /// Digit pad with a decimal comma.
            DECIMAL,
            /// Digit pad with a plus sign.
            PHONE,
            /// Letters of e-mail addresses, @ and usual endings.
            EMAIL;

            /// Rows of keys.
            public int rows() {
                return switch (this) {
                    case LETTERS, EMAIL -> 5;
                    case DIGITS, DECIMAL, PHONE -> 4;
                };
            }
        }

        @Override
        public String toString() {
            return "Entry[" + target + "]";
        }
    }

    /// A pad for a PIN, CAN or PUK: as many dots as digits were typed. What they are is known to nobody here.
    ///
    /// @param label accessible name of the dots
    /// @param digits how many there are at the end
    /// @param count how many there are now
    /// @param picture whether a card shows where the number stands
    /// @param without leads on whoever does not have it
    public record PinEntry(
            String label, int digits, int count, boolean picture, Optional<Control> without)
            implements Body {}

    /// Several short typed values that belong together (day, month, year), one of them focused.
    ///
    /// @param error message that is about all of them (a date); else it stands at its part
    /// @param offered what the focused one can be, to be touched in place of the keyboard; else the keyboard
    public record PartsEntry(
            List<Entry> parts, int focused, String error, Optional<Choices> offered)
            implements Body {}

    /// Exactly one of up to six rows per page.
    ///
    /// @param error message at the group, or empty
    public record Choices(List<Choice> choices, Optional<Control> more, String error)
            implements Body {}

    /// One row to choose.
    ///
    /// @param note second line: free places, price; may be empty
    /// @param blocked reason why it cannot be chosen (sold out), or empty; it stays visible and explains itself
    public record Choice(Control control, String note, boolean selected, String blocked) {}

    /// One page of a list that is too long for tiles, six rows at most; what is searched for leaves fewer of them.
    ///
    /// @param earlier the page before, where there is one
    /// @param search leads to the keyboard
    /// @param later the next page, where there is one
    /// @param error message at the list, or empty
    public record CodePage(
            List<Choice> choices,
            Optional<Control> earlier,
            Control search,
            Optional<Control> later,
            String error)
            implements Body {}

    /// What stands in a repeated group: a row for each instance, and one to add another.
    ///
    /// @param add empty where no more are possible
    /// @param more "Mehr", where there is another page
    /// @param error message at the group, or empty
    public record Instances(
            List<Instance> instances, Optional<Control> add, Optional<Control> more, String error)
            implements Body {}

    /// One instance: a child, a dog.
    ///
    /// @param note what was answered first, or that something is missing
    public record Instance(String label, String note, Control change, Control remove) {
        @Override
        public String toString() {
            return "Instance[" + label + "]";
        }
    }

    /// Numbers that are stepped up and down, with a sum.
    public record Counters(List<Counter> counters, String sumLabel, String sum, String error)
            implements Body {}

    public record Counter(String label, String note, int count, Control less, Control more) {}

    /// Check answers: label, value, "Ändern".
    public record Summary(
            List<SummaryRow> rows, String sumLabel, String sum, Optional<Control> more)
            implements Body {}

    /// One answer, or the name of a group.
    ///
    /// @param label empty for the name of the group to which the next rows belong
    public record SummaryRow(String label, String value, Optional<Control> change) {
        /// Whether it is the name of the group to which the next rows belong.
        public boolean isHeading() {
            return label.isEmpty();
        }

        @Override
        public String toString() {
            return "SummaryRow[" + label + "]";
        }
    }

    /// A QR code to scan, with lines beside or below it.
    public record QrPanel(Qr qr, List<Fact> facts) implements Body {}

    /// Steps that run by themselves.
    public record Progress(List<ProgressStep> steps, String note) implements Body {}

    public record ProgressStep(String label, Mark mark) {
        public enum Mark {
            DONE,
            RUNNING,
            WAITING,
            FAILED
        }
    }

    /// A big symbol with a few sentences and, where there is more to do than "Weiter", rows of buttons.
    public record Message(
            Symbol symbol, List<String> paragraphs, List<Control> rows, Optional<Qr> qr)
            implements Body {
        /// Sentences alone.
        static Message of(Symbol symbol, List<String> paragraphs) {
            return new Message(symbol, paragraphs, List.of(), Optional.empty());
        }

        /// What was read from a card is personal.
        @Override
        public String toString() {
            return "Message[" + symbol + "]";
        }
    }

    /// A page of a longer text.
    ///
    /// @param more leads to its next page, where there is one
    public record Reading(List<Line> lines, Optional<Control> more) implements Body {
        public Reading {
            lines = List.copyOf(lines);
        }
    }

    /// A piece of a longer text that stands by itself.
    ///
    /// @param depth of an item: 1 in a list, 2 in a list within one; else 0
    public record Line(Kind kind, String text, int depth) {
        public enum Kind {
            HEADING,
            /// Below a heading.
            SUBHEADING,
            PARAGRAPH,
            ITEM
        }

        static Line of(Kind kind, String text) {
            return new Line(kind, text, kind == Kind.ITEM ? 1 : 0);
        }

        boolean heading() {
            return kind == Kind.HEADING || kind == Kind.SUBHEADING;
        }
    }

    /// A scanned page to look at.
    ///
    /// @param picture name of the page, by which the view gets its picture; no page of a screen ever holds one
    /// @param caption which page it is, in words
    /// @param actions what can be done with it
    public record ScannedSheet(String picture, String caption, List<Control> actions)
            implements Body {
        public ScannedSheet {
            actions = List.copyOf(actions);
        }
    }

    /// Switches.
    public record Switches(List<Switch> switches, Control reset) implements Body {}

    public record Switch(Control control, String note, boolean on) {}

    /// Languages in their own name.
    public record Languages(List<Choice> languages) implements Body {}
}
