package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.journey.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a drawing does not say and the overlay of a package does. Immutable.
///
/// @param destination of FIT-Connect, a UUID; empty where nothing is sent
/// @param leika 14 digits, or empty
/// @param byHand whether a typed name is enough where people identify themselves
/// @param copies offered where the citizen takes a copy
/// @param papers printed where something is printed
/// @param fields which task asks which fields, by the id of the task; paths or unique ids of fields
public record ProcessDefaults(
        String destination,
        String leika,
        boolean byHand,
        List<Step.Copy> copies,
        Set<Step.Paper> papers,
        Map<String, List<String>> fields) {
    /// No destination; every way to take a copy; a receipt.
    public static final ProcessDefaults NONE =
            new ProcessDefaults(
                    "",
                    "",
                    false,
                    List.of(Step.Copy.values()),
                    Set.of(Step.Paper.RECEIPT),
                    Map.of());

    public ProcessDefaults {
        copies = List.copyOf(copies);
        papers = Set.copyOf(papers);
        fields = Map.copyOf(fields);
    }
}
