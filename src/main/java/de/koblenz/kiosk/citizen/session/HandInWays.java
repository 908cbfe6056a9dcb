package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.service.fim.pack.HandIn;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.List;
import java.util.Optional;

/// By which ways a document can be handed in, at this terminal and now. Pure.
public final class HandInWays {
    /// The scanner, where the terminal has one.
    public static final DeviceId SCANNER = new DeviceId("document-scanner");

    private HandInWays() {}

    /// Whether a scanner is there and works, or would once somebody has closed its cover or taken out a sheet.
    public static boolean scans(TerminalState state) {
        return state.devices().values().stream()
                .anyMatch(health -> health.id().equals(SCANNER) && serves(health.state()));
    }

    private static boolean serves(DeviceState state) {
        return switch (state) {
            case ONLINE, DEVICE_BUSY, USER_ERROR -> true;
            case OFFLINE, POWER_OFF, NO_DEVICE, HARDWARE_ERROR, STARTING -> false;
        };
    }

    /// Whether it has a feeder that takes several sheets.
    public static boolean feeds(TerminalState state) {
        return state.devices().values().stream()
                .anyMatch(health ->
                        health.id().equals(SCANNER)
                                && !health.details()
                                        .getOrDefault("media", "unknown")
                                        .equals("unknown"));
    }

    /// The ways as codes of [FieldType.Attachment], the usual first. Scanning is among them only while it can be done, or
    /// where it was done already; there is always another.
    public static List<String> of(
            Journeys journeys, TerminalState state, Guided guided, FieldPath path) {
        List<HandIn.Way> ways =
                journeys.packaged(guided.serviceId())
                        .map(ServicePackage::documents)
                        .map(HandIn::documents)
                        .flatMap(all -> Optional.ofNullable(all.get(path.definition())))
                        .map(HandIn.Document::ways)
                        .orElse(List.of(HandIn.Way.LATER));
        return ways.stream()
                .filter(way ->
                        way != HandIn.Way.SCAN || scans(state) || guided.scans().pages(path) > 0)
                .map(HandInWays::code)
                .toList();
    }

    private static String code(HandIn.Way way) {
        return switch (way) {
            case LATER -> FieldType.Attachment.LATER;
            case PHONE -> FieldType.Attachment.PHONE;
            case SCAN -> FieldType.Attachment.SCAN;
        };
    }
}
