package de.koblenz.kiosk.service.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What the value of a field is, and within which limits. All limits are inclusive.
public sealed interface FieldType {

    /// A line of text; canonical: Unicode NFC, blanks at the ends removed, runs of blanks made one.
    ///
    /// @param minLength least characters (code points after NFC) of an answer that is not empty, 0 or more
    /// @param maxLength most characters, 1 to [#MOST_CHARACTERS]
    /// @param pattern regular expression that the whole canonical text matches, where there is one
    /// @param letters which characters
    record Text(int minLength, int maxLength, Optional<String> pattern, Letters letters)
            implements FieldType {
        public static final int MOST_CHARACTERS = 4000;

        /// @throws PatternSyntaxException if the pattern is none
        public Text {
            if (minLength < 0 || maxLength < Math.max(1, minLength)) {
                throw new IllegalArgumentException("length " + minLength + " to " + maxLength);
            }
            if (maxLength > MOST_CHARACTERS) {
                throw new IllegalArgumentException("length " + maxLength);
            }
            pattern.ifPresent(Pattern::compile);
        }

        public static Text of(Letters letters, int maxLength) {
            return new Text(1, maxLength, Optional.empty(), letters);
        }
    }

    /// Which characters a text may have, and what is made of them.
    enum Letters {
        /// Names of persons: Latin letters with any accents of DIN 91379, blank, hyphen, apostrophe, full stop, comma.
        NAME,
        /// Latin letters, digits and the punctuation of DIN 91379.
        TEXT,
        /// Digits only; blanks between them are removed.
        DIGITS,
        /// A German licence plate (§ 9 FZV and its annexes): `ko-ab 123e` becomes `KO-AB 123E`.
        LICENCE_PLATE,
        /// A German postcode: five digits; blanks between them are removed. The text behind it is its town.
        POSTCODE,
        /// An e-mail address.
        EMAIL,
        /// A telephone number: digits after an optional `+`; blanks, `/`, `-` and brackets are removed.
        PHONE
    }

    /// A whole number; canonical `-?[0-9]+` without leading zeros.
    ///
    /// @param unit international sign of the unit such as `mm`; empty for none
    record WholeNumber(long least, long most, String unit) implements FieldType {
        public WholeNumber {
            if (least > most) {
                throw new IllegalArgumentException(least + " > " + most);
            }
        }
    }

    /// A number with decimal places; canonical with a point and without zeros at its end.
    ///
    /// @param scale most decimal places, 0 to 9
    /// @param unit international sign of the unit; empty for none
    record Decimal(BigDecimal least, BigDecimal most, int scale, String unit) implements FieldType {
        public Decimal {
            if (least.compareTo(most) > 0 || scale < 0 || scale > 9) {
                throw new IllegalArgumentException(least + " to " + most + ", scale " + scale);
            }
        }
    }

    /// An amount in euros; canonical with a point and two places (`12.50`).
    ///
    /// @param leastCents limit in cents
    /// @param mostCents limit in cents
    record Money(long leastCents, long mostCents) implements FieldType {
        public Money {
            if (leastCents > mostCents) {
                throw new IllegalArgumentException(leastCents + " > " + mostCents);
            }
        }
    }

    /// A date; canonical ISO 8601 (`1990-06-03`). Typed as three parts or as `3.6.1990`.
    record DateValue(Optional<DateBound> earliest, Optional<DateBound> latest)
            implements FieldType {
        public static final DateValue ANY = new DateValue(Optional.empty(), Optional.empty());
    }

    /// A time of day; canonical ISO 8601 to the minute (`14:30`). Typed as two parts or as `14:30`.
    record TimeValue() implements FieldType {}

    /// A document that belongs to the application. Its canonical value is the way by which it reaches the authority, one
    /// of [#WAYS]; it can be required, but never be passed over unseen.
    ///
    /// @param mediaTypes in which forms the authority takes it, such as `application/pdf`; empty for any
    /// @param mostBytes how large it may be; 0 where nothing is said
    record Attachment(List<String> mediaTypes, long mostBytes) implements FieldType {
        /// The citizen hands it in later. Worded by the text `form.attachment.later`.
        public static final String LATER = "later";

        /// The citizen hands it in with the telephone. Worded by the text `form.attachment.phone`.
        public static final String PHONE = "phone";

        /// It is scanned here and goes along. Worded by the text `form.attachment.scan`.
        public static final String SCAN = "scan";

        /// All of them.
        public static final List<String> WAYS = List.of(SCAN, PHONE, LATER);

        public Attachment {
            mediaTypes = List.copyOf(mediaTypes);
            if (mostBytes < 0) {
                throw new IllegalArgumentException("size " + mostBytes);
            }
        }
    }

    /// One code of a list.
    record Choice(CodeList codes) implements FieldType {}

    /// Yes or no; canonical `true` or `false`. Worded by the texts `form.yes` and `form.no`.
    record Flag() implements FieldType {}

    /// A declaration that the citizen agrees to; where it is required, only `true` is accepted. Its wording is the
    /// option `true`.
    record Consent() implements FieldType {}
}
