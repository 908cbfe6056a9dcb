package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.ticketing.Slot;
import de.koblenz.kiosk.order.ticketing.Venue;
import de.koblenz.kiosk.service.catalog.Hit;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import java.util.List;
import java.util.Map;

/// Everything that can happen to a terminal: what the citizen touched, what devices and services
/// answered, and that time has passed. Past tense, immutable, without a clock: the loop stamps each
/// event with its time (see the reducer).
public sealed interface SessionEvent {

    // ---- what the citizen does

    /// The screen was touched where nothing is: keeps the session alive.
    record Touched() implements SessionEvent {}

    /// A life situation was chosen on the start page.
    record SituationChosen(LifeSituation situation) implements SessionEvent {}

    /// The search was opened: on the start page, or in a long list of codes.
    record SearchOpened() implements SessionEvent {}

    /// The hits of the search were asked for on a page of their own (low reach).
    record HitsOpened() implements SessionEvent {}

    /// The text of an entry changed; `target` is a field path of the form, or [#SEARCH].
    record Entered(String target, String text) implements SessionEvent {
        /// The target of the search line.
        public static final String SEARCH = "search";

        /// What a citizen types is personal.
        @Override
        public String toString() {
            return "Entered[" + target + "]";
        }
    }

    /// A service was chosen from a list or the search.
    record ServiceChosen(String serviceId) implements SessionEvent {}

    /// The guided service on the service page was started.
    record ServiceStarted() implements SessionEvent {}

    /// An option of a question was chosen; stored as its code.
    record OptionChosen(String field, String code) implements SessionEvent {
        @Override
        public String toString() {
            return "OptionChosen[" + field + "]";
        }
    }

    /// A number was stepped up or down by `delta`, e.g. tickets of one tariff.
    record Counted(String field, int delta) implements SessionEvent {}

    /// An entry of a page with several, or a part of a date, got the focus.
    ///
    /// @param target what [Entered] names, or the field path of a date
    /// @param part which part where `target` is the field path, from 0
    record PartFocused(String target, int part) implements SessionEvent {}

    /// The service of the terminal itself for the PIN of an identity card was chosen.
    record PinServiceChosen() implements SessionEvent {}

    /// What to do with the PIN was chosen.
    record PinGoalChosen(PinGoal goal) implements SessionEvent {}

    /// Optional data of the card were let be read, or not any more.
    record GroupSwitched(DataGroup group) implements SessionEvent {}

    /// Another side of the page about the card was asked for.
    record CardLookChosen(CardVisit.Look look) implements SessionEvent {}

    /// "Noch einmal versuchen" with the card that lies on the reader.
    record CardRetried() implements SessionEvent {}

    /// Staff are to let the card be read on site, without its PIN.
    record OnSiteAsked() implements SessionEvent {}

    /// "Weiter".
    record NextPressed() implements SessionEvent {}

    /// "Zurück".
    record BackPressed() implements SessionEvent {}

    /// "Mehr": the next page of a list that does not fit on one.
    record MorePressed() implements SessionEvent {}

    /// The page before of a list that does not fit on one.
    record EarlierPressed() implements SessionEvent {}

    /// One more of a repeated group, on the page of the group.
    record InstanceAdded() implements SessionEvent {}

    /// "Ändern" at an instance of a repeated group.
    ///
    /// @param instance its id
    record InstanceOpened(String instance) implements SessionEvent {}

    /// "Entfernen" at an instance of a repeated group; "Weiter" then says that the citizen is sure.
    ///
    /// @param instance its id
    record RemovalAsked(String instance) implements SessionEvent {}

    /// The page that is shown is to be scanned again.
    record PageAgainAsked() implements SessionEvent {}

    /// One more page of the document is to be scanned.
    record PageAdded() implements SessionEvent {}

    /// The page that is shown is to go.
    record PageRemoved() implements SessionEvent {}

    /// All that is said about the question was asked for, on the page for help.
    record ExplanationOpened() implements SessionEvent {}

    /// "Ändern" on the check-answers page.
    record ChangePressed(String pageKey) implements SessionEvent {}

    /// The page for the language, the aids or help was opened, or "Beenden" was pressed.
    record OverlayOpened(Overlay.Kind kind) implements SessionEvent {}

    /// The overlay was left by its own "Zurück".
    record OverlayClosed() implements SessionEvent {}

    /// A language was chosen.
    ///
    /// @param tag BCP 47
    record LanguageChosen(String tag) implements SessionEvent {}

    /// An aid was switched.
    record AidSwitched(Aid aid) implements SessionEvent {}

    /// All aids were switched off, an easy form of a language among them.
    ///
    /// @param language tag of the language that is spoken without them
    record AidsReset(String language) implements SessionEvent {}

    /// "Ich brauche mehr Zeit".
    record MoreTimePressed() implements SessionEvent {}

    /// "Ja, beenden".
    record EndConfirmed() implements SessionEvent {}

    /// "Weiter" on the privacy cover.
    record CoverLifted() implements SessionEvent {}

    // ---- staff

    /// Something that staff did.
    record Staff(StaffEvent event) implements SessionEvent {}

    /// What came of it.
    record StaffAnswered(String sessionId, StaffEvent event) implements SessionEvent {}

    // ---- what happens around the citizen

    /// Time passed; sent about once a second.
    record Ticked() implements SessionEvent {}

    /// Somebody stepped in front of the terminal or away from it.
    record PresenceChanged(boolean present) implements SessionEvent {}

    /// A device changed.
    record DeviceChanged(DeviceHealth health) implements SessionEvent {}

    /// An operator put the terminal in or out of service, or the configuration is unusable.
    ///
    /// @param code failure code to show, empty where an operator closed the terminal
    /// @param notice what the operator says to citizens, by BCP 47 tag
    record ServiceModeChanged(boolean inService, String code, Map<String, String> notice)
            implements SessionEvent {
        public ServiceModeChanged {
            notice = Map.copyOf(notice);
        }

        public ServiceModeChanged(boolean inService, String code) {
            this(inService, code, Map.of());
        }
    }

    /// The search answered.
    ///
    /// @param typed the text that was searched for; hits of an older text are dropped
    record HitsFound(String typed, List<Hit> hits) implements SessionEvent {
        @Override
        public String toString() {
            return "HitsFound[" + hits.size() + "]";
        }
    }

    /// The booking service told its venues.
    record VenuesLoaded(String sessionId, List<Venue> venues) implements SessionEvent {}

    /// The booking service told the slots of a venue.
    record SlotsLoaded(String sessionId, String venueId, List<Slot> slots)
            implements SessionEvent {}

    /// Venues or slots could not be had.
    ///
    /// @param code failure code such as `BOOK-OFFLINE`
    record LoadFailed(String sessionId, String code) implements SessionEvent {}

    /// The order desk did not take an order; nothing was charged.
    ///
    /// @param code failure code such as `ORD-DISK-FULL`
    record OrderRefused(OrderId order, String code) implements SessionEvent {}

    /// The errand with the card stands elsewhere now.
    ///
    /// @param visit which errand; of a former one it is dropped
    record CardMoved(String visit, CardStep step) implements SessionEvent {
        /// What was read from a card is personal.
        @Override
        public String toString() {
            return "CardMoved[" + step.getClass().getSimpleName() + "]";
        }
    }

    /// A card was laid on and works.
    record CardBusy(String visit) implements SessionEvent {}

    /// So many digits stand on the pad now.
    record DigitsCounted(String visit, int count) implements SessionEvent {}

    /// So many pages of a scan have arrived.
    record PagesArrived(String scan, int count) implements SessionEvent {}

    /// A scan has ended well; its pages are kept outside.
    record PagesScanned(String scan, List<Scans.Sheet> sheets) implements SessionEvent {
        public PagesScanned {
            sheets = List.copyOf(sheets);
        }
    }

    /// A scan has ended without a page.
    ///
    /// @param code failure code such as `SCN-JAM`
    record ScanFailed(String scan, String code) implements SessionEvent {}

    /// An order moved on.
    record OrderProgressed(OrderProgress progress) implements SessionEvent {}
}
