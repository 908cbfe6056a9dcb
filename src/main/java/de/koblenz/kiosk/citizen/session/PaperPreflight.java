package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.printer.PaperSupply;
import de.koblenz.kiosk.device.printer.PrinterCode;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Preflight;
import java.util.Map;
import java.util.Optional;

/// Whether the paper lasts for a service, before its first question: for the most that one citizen can take home, and a
/// fifth more. Right before payment the order desk reckons again, with the papers of that order. Pure.
final class PaperPreflight {
    /// Tickets of one order where no venue is known yet.
    private static final int MOST_TICKETS = 10;

    private PaperPreflight() {}

    /// Failure code where the near-end sensor has spoken and what is left since then is too little. Above the sensor the
    /// length of the roll is a mere estimate, which stops nobody.
    static Optional<String> obstacle(TerminalState state, Journey journey) {
        if (!Preflight.needs(journey).contains(Preflight.Need.PRINTER)) {
            return Optional.empty();
        }
        int need = PaperSupply.withReserve(Preflight.paperMillimetres(journey, MOST_TICKETS));
        return state.devices().values().stream()
                        .map(DeviceHealth::details)
                        .anyMatch(details -> tooLittle(details, need))
                ? Optional.of(PrinterCode.PAPER_LOW)
                : Optional.empty();
    }

    private static boolean tooLittle(Map<String, String> details, int need) {
        String left = details.getOrDefault(DeviceHealth.PAPER_LEFT_MM, "");
        return details.getOrDefault("paper", "").equals("low")
                && left.matches("[0-9]{1,7}")
                && Integer.parseInt(left) < need;
    }
}
