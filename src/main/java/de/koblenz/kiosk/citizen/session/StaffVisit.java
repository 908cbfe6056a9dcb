package de.koblenz.kiosk.citizen.session;

import java.time.Instant;

/// Staff at the terminal: where they are and what they were told. It ends with the page, and the code is asked for anew.
///
/// @param part which page
/// @param digits how many digits of the code stand on the pad
/// @param notice what to say on the page: a failure code or [#DONE], empty where there is nothing to say
/// @param again before this, by the steady clock, no code is looked at
/// @param board what is to be seen of the papers
/// @param job id of the chosen paper, or empty
/// @param list which part of a list that does not fit on one page
/// @param besideCitizen whether staff were called to let a card be read, and for nothing else
public record StaffVisit(
        Part part,
        int digits,
        String notice,
        Instant again,
        StaffBoard board,
        String job,
        int list,
        boolean besideCitizen) {
    /// Digits of the staff code.
    public static final int CODE_DIGITS = 8;

    /// Not a failure: what was asked for is done.
    public static final String DONE = "STAFF-DONE";

    /// The code was wrong.
    public static final String WRONG = "STAFF-CODE-WRONG";

    /// It is too early for another code.
    public static final String WAIT = "STAFF-CODE-WAIT";

    /// Too few digits.
    public static final String SHORT = "STAFF-CODE-SHORT";

    /// No code is set at this terminal.
    public static final String NO_CODE = "STAFF-NO-CODE";

    /// The paper is not kept any more, or its fate is known already.
    public static final String GONE = "STAFF-GONE";

    /// The paper is being printed at this moment.
    public static final String UNDER_WAY = "STAFF-UNDER-WAY";

    /// The pages for staff.
    public enum Part {
        /// The pad.
        CODE,
        /// The code is being looked at.
        CHECKING,
        MENU,
        /// Whether the citizen is the person on the card's photo.
        PHOTO,
        /// States of the devices, and the paper.
        DEVICES,
        JOBS,
        KEPT,
        /// One paper and what can be done with it.
        JOB,
        /// Why it is printed again.
        REASON,
        /// Something is being printed or written down.
        WORKING;

        /// Whether the code was right before.
        public boolean inside() {
            return switch (this) {
                case CODE, CHECKING -> false;
                case MENU, PHOTO, DEVICES, JOBS, KEPT, JOB, REASON, WORKING -> true;
            };
        }
    }

    static StaffVisit atTheDoor() {
        return new StaffVisit(Part.CODE, 0, "", Instant.MIN, StaffBoard.EMPTY, "", 0, false);
    }

    /// Called by a citizen to let a card be read.
    static StaffVisit besideTheCitizen() {
        return new StaffVisit(Part.CODE, 0, "", Instant.MIN, StaffBoard.EMPTY, "", 0, true);
    }

    /// Where the right code leads.
    Part first() {
        return besideCitizen ? Part.PHOTO : Part.MENU;
    }

    /// Another page, from its beginning.
    StaffVisit to(Part next) {
        return new StaffVisit(next, 0, "", again, board, job, 0, besideCitizen);
    }

    StaffVisit counted(int count) {
        return new StaffVisit(
                part, count, count > 0 ? "" : notice, again, board, job, list, besideCitizen);
    }

    StaffVisit saying(String code) {
        return new StaffVisit(part, digits, code, again, board, job, list, besideCitizen);
    }

    StaffVisit waiting(Instant until) {
        return new StaffVisit(part, digits, notice, until, board, job, list, besideCitizen);
    }

    StaffVisit seeing(StaffBoard now) {
        return new StaffVisit(part, digits, notice, again, now, job, list, besideCitizen);
    }

    StaffVisit of(String jobId) {
        return new StaffVisit(part, digits, notice, again, board, jobId, list, besideCitizen);
    }

    StaffVisit turning() {
        return new StaffVisit(part, digits, notice, again, board, job, list + 1, besideCitizen);
    }
}
