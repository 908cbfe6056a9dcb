package de.koblenz.kiosk.fleet.board;

import java.util.EnumMap;
import java.util.Map;

/// Counts the rows of an office. Used by one thread.
final class OfficeCount {
    private final String id;
    private final String name;
    private final Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
    private final Map<Attention, Integer> attentions = new EnumMap<>(Attention.class);

    OfficeCount(String id, String name) {
        this.id = id;
        this.name = name;
    }

    void add(TerminalRow row, int number) {
        standings.merge(row.standing(), number, Integer::sum);
        attentions.merge(row.attention(), number, Integer::sum);
    }

    void add(OfficeCount other) {
        other.standings.forEach(
                (standing, number) -> standings.merge(standing, number, Integer::sum));
        other.attentions.forEach(
                (attention, number) -> attentions.merge(attention, number, Integer::sum));
    }

    int total() {
        int total = 0;
        for (int number : standings.values()) {
            total += number;
        }
        return total;
    }

    private int of(Standing standing) {
        return standings.getOrDefault(standing, 0);
    }

    private int of(Attention attention) {
        return attentions.getOrDefault(attention, 0);
    }

    OfficeSummary summary() {
        Attention most = Attention.NONE;
        for (Attention attention : Attention.values()) {
            if (of(attention) > 0) {
                most = attention;
            }
        }
        return new OfficeSummary(
                id,
                name,
                total(),
                of(Standing.WELL) + of(Standing.NOTICE) + of(Standing.FAULT),
                of(Standing.LOST),
                of(Standing.CLOSED) + of(Standing.MAINTAINED),
                of(Attention.SOON),
                of(Attention.NOW) + of(Attention.URGENT),
                of(Attention.HANDLED),
                most);
    }
}
