package de.koblenz.kiosk.sandbox;

import java.util.List;

/// What became of a call about a hold.
sealed interface HoldOutcome {
    /// The hold as it is now.
    ///
    /// @param made whether this call made it
    record Kept(Hold hold, boolean made) implements HoldOutcome {}

    /// The hold is sold.
    ///
    /// @param tickets one code per place
    record Confirmed(Hold hold, List<String> tickets) implements HoldOutcome {
        public Confirmed {
            tickets = List.copyOf(tickets);
        }
    }

    /// The slot has fewer places than were asked for.
    ///
    /// @param free places that are left
    record SoldOut(int free) implements HoldOutcome {}

    record DifferentContent() implements HoldOutcome {}

    /// Expired or released.
    record Ended(HoldState state) implements HoldOutcome {}

    record Unknown() implements HoldOutcome {}
}
