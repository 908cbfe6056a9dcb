package de.koblenz.kiosk.device.sim.card;

import java.util.List;
import java.util.Optional;

/// An invented person and the card that was issued to them. Words as the issuing office writes them (BSI TR-03127,
/// TR-03110-4 §2.2); dates as `yyyyMMdd`, unknown parts blank.
///
/// @param key short name in lower case
/// @param label what the bench shows
/// @param document what kind of card it is
/// @param name of the person
/// @param birth of the person
/// @param residence main residence, or why there is none
/// @param issued first day of the card
/// @param expires last day of the card
/// @param secrets numbers of the card, as they are when it is first laid on
/// @param extras groups that few cards have
public record Persona(
        String key,
        String label,
        Document document,
        Name name,
        Birth birth,
        Residence residence,
        String issued,
        String expires,
        Secrets secrets,
        Extras extras) {

    /// Kind of card by its data group 1.
    public enum Document {
        IDENTITY_CARD("ID"),
        RESIDENCE_PERMIT("AR"),
        UNION_CITIZEN_CARD("UB");

        private final String code;

        Document(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /// @param given first names; `---` for none
    /// @param artistic stage or religious name
    /// @param title doctor's title
    /// @param atBirth empty where it is the family name
    public record Name(String given, String family, String artistic, String title, String atBirth) {
        @Override
        public String toString() {
            return "Name[]";
        }
    }

    /// @param date unknown parts blank
    /// @param compared date by which the card answers whether an age is reached
    /// @param nationality ICAO code, `D` for Germany
    /// @param sex `F`, `M`, `X` or blank
    public record Birth(
            String date, String compared, String place, String nationality, String sex) {
        @Override
        public String toString() {
            return "Birth[]";
        }
    }

    /// Where somebody lives.
    public sealed interface Residence {
        /// @param municipality official municipality key as in data group 18, hexadecimal
        record Address(String street, String city, String postcode, String municipality)
                implements Residence {
            @Override
            public String toString() {
                return "Address[]";
            }
        }

        /// @param words what stands on the card instead
        record None(String words) implements Residence {}
    }

    /// Numbers and counters of a card.
    ///
    /// @param pin 6 digits, or 5 of the transport PIN
    /// @param tries tries left for the PIN: 3, 2, 1 (suspended) or 0 (blocked)
    /// @param active whether the online function is switched on
    /// @param can printed on the front
    /// @param puk from the letter
    public record Secrets(String pin, int tries, boolean active, String can, String puk) {
        @Override
        public String toString() {
            return "Secrets[]";
        }
    }

    /// @param permit additional provisions of a residence permit (groups 19 and 20)
    /// @param phone group 21
    /// @param mail group 22
    /// @param whole whether the card has all 22 groups
    public record Extras(
            List<String> permit, Optional<String> phone, Optional<String> mail, boolean whole) {
        static final Extras NONE = new Extras(List.of(), Optional.empty(), Optional.empty(), false);

        public Extras {
            permit = List.copyOf(permit);
        }

        @Override
        public String toString() {
            return "Extras[]";
        }
    }

    @Override
    public String toString() {
        return "Persona[" + key + "]";
    }
}
