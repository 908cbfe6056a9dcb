package de.koblenz.kiosk.fleet.board;

/// How a terminal is, in one word for its row; worse is later.
public enum Standing {
    /// In service, and nothing is wrong.
    WELL,
    /// An operator took it out of service, or staff are at it.
    CLOSED,
    /// Work is done there: whatever it says, nobody has to come.
    MAINTAINED,
    /// Known by name, not heard since this monitor began to listen.
    UNHEARD,
    /// It serves citizens, and somebody should look after it some time.
    NOTICE,
    /// Something at it does not work.
    FAULT,
    /// It serves nobody, without anybody having told it so.
    FAILED,
    /// It is not heard any more.
    LOST
}
