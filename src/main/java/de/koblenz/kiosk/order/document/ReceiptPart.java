package de.koblenz.kiosk.order.document;

import java.util.List;

/// A part of a receipt, in the order in which the city wants them. No personal data: answers are only named by their place.
public sealed interface ReceiptPart {
    /// The parts of a receipt for which nobody has said anything.
    List<ReceiptPart> USUAL =
            List.of(Known.ORDER, Known.PAYMENT, Known.SENDING, Known.DOCUMENTS, Known.HELP);

    /// What the order fills in.
    enum Known implements ReceiptPart {
        /// Date and the order's short reference.
        ORDER,
        /// What was applied for: the answers that the city has named.
        ANSWERS,
        /// Positions, sum and booking reference.
        PAYMENT,
        /// How far the application is; nothing where there is none.
        SENDING,
        /// What still has to be handed in, until when and how; nothing where nothing has.
        DOCUMENTS,
        /// Whom to call.
        HELP
    }

    /// Words of the city.
    record Words(Style style, String text) implements ReceiptPart {}

    /// How words are set.
    enum Style {
        /// At the top, in place of "Quittung".
        HEADING,
        /// Bold, above what follows.
        TITLE,
        TEXT
    }

    /// A QR code.
    ///
    /// @param address with [#REFERENCE] where the order's short reference belongs
    /// @param caption printed below; may be empty
    record Code(String address, String caption) implements ReceiptPart {}

    /// Stands for the order's short reference in an address.
    String REFERENCE = "{reference}";
}
