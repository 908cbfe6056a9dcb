package de.koblenz.kiosk.sandbox;

import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;

/// Pools to play with: real places of Koblenz with invented prices, hours and capacities.
public final class KoblenzPools {
    private static final MonthDay FIRST = MonthDay.of(Month.JANUARY, 1);
    private static final MonthDay LAST = MonthDay.of(Month.DECEMBER, 31);

    private static final List<Tariff> TARIFFS =
            List.of(
                    new Tariff("adult", new Name("Erwachsene", "Adult"), 450, 1),
                    new Tariff("child", new Name("Kinder (6–17)", "Children (6–17)"), 250, 1),
                    new Tariff("reduced", new Name("Ermäßigt", "Reduced"), 300, 1),
                    new Tariff("family", new Name("Familie", "Family"), 1_100, 4));

    private static final List<SlotHours> TWO_A_DAY =
            List.of(
                    new SlotHours(LocalTime.of(9, 0), LocalTime.of(13, 0)),
                    new SlotHours(LocalTime.of(14, 0), LocalTime.of(19, 0)));

    private static final List<SlotHours> THREE_A_DAY =
            List.of(
                    new SlotHours(LocalTime.of(6, 30), LocalTime.of(10, 0)),
                    new SlotHours(LocalTime.of(10, 30), LocalTime.of(15, 30)),
                    new SlotHours(LocalTime.of(16, 0), LocalTime.of(21, 0)));

    private KoblenzPools() {}

    /// The default venues.
    public static List<Venue> venues() {
        return List.of(
                new Venue(
                        "oberwerth",
                        new Name("Freibad Oberwerth", "Oberwerth open-air pool"),
                        "Jupp-Gauchel-Straße 12, 56075 Koblenz",
                        false,
                        10,
                        400,
                        TARIFFS,
                        TWO_A_DAY,
                        MonthDay.of(Month.MAY, 1),
                        MonthDay.of(Month.SEPTEMBER, 30)),
                new Venue(
                        "moselbad",
                        new Name("Moselbad", "Mosel indoor pool"),
                        "Schlachthofstraße 30, 56073 Koblenz",
                        false,
                        10,
                        120,
                        TARIFFS,
                        THREE_A_DAY,
                        FIRST,
                        LAST),
                new Venue(
                        "karthause",
                        new Name("Hallenbad Karthause", "Karthause indoor pool"),
                        "Zwickauer Straße 23, 56075 Koblenz",
                        true,
                        6,
                        60,
                        TARIFFS,
                        TWO_A_DAY,
                        FIRST,
                        LAST));
    }
}
