package de.koblenz.kiosk.citizen.session;

import java.time.Instant;

/// A moment by the two clocks of a terminal, which must not be mixed.
///
/// @param wall time of day: what "today" is, and what services outside mean by a time. It may be set at any moment, forward
///     and back.
/// @param steady by a clock that nobody sets: how long something has lasted. Idle times, pauses and covers follow it, so that
///     a time server neither ends a session nor keeps one open before a stranger.
public record Moment(Instant wall, Instant steady) {}
