package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.List;

/// What a package puts on the paper of its order.
///
/// @param receipt its blocks from top to bottom; none for the usual receipt
public record PrintTemplate(List<Block> receipt) {
    /// The usual papers.
    public static final PrintTemplate USUAL = new PrintTemplate(List.of());

    public PrintTemplate {
        receipt = List.copyOf(receipt);
    }

    /// A block of a paper.
    public sealed interface Block {}

    /// A block that has no words of the designer's own.
    public enum Known implements Block {
        /// Date and number of the order.
        ORDER,
        /// Positions, sum, Kassenzeichen.
        PAYMENT,
        /// How far the application is.
        SENDING,
        /// What still has to be handed in, with its day.
        DOCUMENTS,
        /// The Fachamt with address, telephone and opening hours, as far as the catalogue has them.
        OFFICE,
        /// Whom to call.
        HELP
    }

    /// At the top, in place of "Quittung".
    public record Heading(LocalizedText text) implements Block {}

    /// A line in bold, above what follows.
    public record Title(LocalizedText text) implements Block {}

    /// A paragraph, such as what happens next.
    public record Text(LocalizedText text) implements Block {}

    /// What was applied for.
    ///
    /// @param fields in the order of the paper; none of them is read from the identity card
    public record Answers(List<FieldPath> fields) implements Block {
        public Answers {
            fields = List.copyOf(fields);
        }
    }

    /// A QR code, such as for the state of the case.
    ///
    /// @param address with [#REFERENCE] where the number of the order belongs
    public record Code(String address, LocalizedText caption) implements Block {}

    /// Stands for the number of the order in an address.
    public static final String REFERENCE = "{reference}";
}
