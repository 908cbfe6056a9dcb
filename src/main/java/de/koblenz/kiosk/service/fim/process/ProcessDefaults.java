package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.journey.CardDatum;
import de.koblenz.kiosk.service.journey.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the overlay of a package says of the steps of a drawing. A drawing may say the same, but nothing else: it may come from another
/// city, whose applications go elsewhere. Immutable.
///
/// @param destination of FIT-Connect, a UUID; empty where nothing is sent
/// @param leika 14 digits, or empty
/// @param byHand whether a typed name is enough where people identify themselves
/// @param optional what need not be read from the card
/// @param copies offered where the citizen takes a copy
/// @param papers printed where something is printed
/// @param fields which task asks which fields, by the id of the task; paths or unique ids of fields
public record ProcessDefaults(
        String destination,
        String leika,
        boolean byHand,
        Set<CardDatum> optional,
        List<Step.Copy> copies,
        Set<Step.Paper> papers,
        Map<String, List<String>> fields) {
    /// No destination; every way to take a copy; a receipt.
    public static final ProcessDefaults NONE =
            new ProcessDefaults(
                    "",
                    "",
                    false,
                    Set.of(),
                    List.of(Step.Copy.values()),
                    Set.of(Step.Paper.RECEIPT),
                    Map.of());

    public ProcessDefaults {
        optional = Set.copyOf(optional);
        copies = List.copyOf(copies);
        papers = Set.copyOf(papers);
        fields = Map.copyOf(fields);
    }
}
