package de.koblenz.kiosk.fleet.board;

import java.util.Comparator;

/// One office at a glance.
///
/// @param id of the office
/// @param name for people
/// @param total terminals
/// @param serving of them, those that serve citizens
/// @param lost not heard
/// @param closed set out of service or under maintenance by people
/// @param soon terminals that need somebody some time
/// @param now terminals that need somebody today or at once
/// @param handled terminals at which something is wrong that somebody knows of
/// @param attention the most that any of them needs
public record OfficeSummary(
        String id,
        String name,
        int total,
        int serving,
        int lost,
        int closed,
        int soon,
        int now,
        int handled,
        Attention attention) {
    /// Worst first: by the most that is needed, then by how many need it.
    public static final Comparator<OfficeSummary> WORST_FIRST =
            Comparator.comparing(OfficeSummary::attention)
                    .thenComparingInt(OfficeSummary::now)
                    .thenComparingInt(OfficeSummary::soon)
                    .reversed()
                    .thenComparing(OfficeSummary::name);

    /// Whether no terminal of it is heard.
    public boolean dark() {
        return total > 0 && lost == total;
    }
}
