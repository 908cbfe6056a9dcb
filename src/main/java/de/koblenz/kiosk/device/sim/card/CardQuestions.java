package de.koblenz.kiosk.device.sim.card;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/// What a card answers with yes or no about its holder, without telling the data (BSI TR-03110-3 A.6.5, B.11.11).
record CardQuestions(Persona persona) {
    /// @param kind which question
    /// @param asked what the terminal compares with
    /// @throws CardError with `6982` for a question that the terminal may not ask
    boolean answer(Rights rights, byte[] kind, byte[] asked) throws CardError {
        if (Arrays.equals(kind, EidObject.content(EidObject.DATE_OF_BIRTH))) {
            require(rights.age());
            return !day(persona.birth().compared()).isAfter(day(text(asked)));
        }
        if (Arrays.equals(kind, EidObject.content(EidObject.DATE_OF_EXPIRY))) {
            return !day(persona.expires()).isBefore(day(text(asked)));
        }
        if (Arrays.equals(kind, EidObject.content(EidObject.MUNICIPALITY))) {
            require(rights.community());
            return municipality().startsWith(HexFormat.of().formatHex(asked));
        }
        throw new CardError(CardError.NO_REFERENCE);
    }

    private String municipality() {
        return persona.residence() instanceof Persona.Residence.Address home
                ? home.municipality()
                : "none";
    }

    private static void require(boolean right) throws CardError {
        if (!right) {
            throw new CardError(CardError.NOT_AUTHORISED);
        }
    }

    private static String text(byte[] digits) {
        return new String(digits, StandardCharsets.US_ASCII);
    }

    private static LocalDate day(String digits) throws CardError {
        try {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException _) {
            throw new CardError(CardError.WRONG_DATA);
        }
    }
}
