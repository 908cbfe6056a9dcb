package de.koblenz.kiosk.service.form;

/// Codes of answers that cannot be accepted; worded by `code.<code>.text` ([#RULE] by `rule.<id>` of its form).
/// Parameters carry limits of the form, never what was typed.
public final class CheckCode {
    /// Nothing was answered.
    public static final String REQUIRED = "FIELD-REQUIRED";

    /// Parameter `least`: characters.
    public static final String TOO_SHORT = "FIELD-TOO-SHORT";

    /// Parameter `most`: characters.
    public static final String TOO_LONG = "FIELD-TOO-LONG";

    /// A character that is not allowed here.
    public static final String LETTERS = "FIELD-LETTERS";

    /// Something else than digits.
    public static final String DIGITS = "FIELD-DIGITS";

    /// Does not have the form that is asked for.
    public static final String PATTERN = "FIELD-PATTERN";

    /// No German licence plate.
    public static final String PLATE = "FIELD-PLATE";

    /// No postcode.
    public static final String POSTCODE = "FIELD-POSTCODE";

    /// No e-mail address.
    public static final String EMAIL = "FIELD-EMAIL";

    /// No telephone number.
    public static final String PHONE = "FIELD-PHONE";

    /// No number.
    public static final String NUMBER = "FIELD-NUMBER";

    /// Decimal places where a whole number is asked for.
    public static final String WHOLE = "FIELD-WHOLE";

    /// Too many decimal places. Parameter `scale`.
    public static final String DECIMALS = "FIELD-DECIMALS";

    /// Parameters `least`, `most` (canonical numbers) and `unit`.
    public static final String RANGE = "FIELD-RANGE";

    /// No such day.
    public static final String DATE = "FIELD-DATE";

    /// The year has not four digits.
    public static final String YEAR = "FIELD-YEAR";

    /// No such time of day.
    public static final String TIME = "FIELD-TIME";

    /// Parameter `earliest`: ISO 8601 date.
    public static final String TOO_EARLY = "FIELD-TOO-EARLY";

    /// Parameter `latest`: ISO 8601 date.
    public static final String TOO_LATE = "FIELD-TOO-LATE";

    /// A birth that is to come. Parameter `latest`: today, ISO 8601 date.
    public static final String FUTURE = "FIELD-FUTURE";

    /// None of the choices.
    public static final String CHOICE = "FIELD-CHOICE";

    /// A declaration that must be agreed to.
    public static final String CONSENT = "FIELD-CONSENT";

    /// A document that must be handed in was passed over.
    public static final String ATTACHMENT = "FIELD-ATTACHMENT";

    /// A rule of the form is not kept. Parameter `rule`: its id.
    public static final String RULE = "FIELD-RULE";

    /// Too few instances of a group. Parameter `least`.
    public static final String TOO_FEW = "FIELD-TOO-FEW";

    /// Too many instances of a group. Parameter `most`.
    public static final String TOO_MANY = "FIELD-TOO-MANY";

    private CheckCode() {}
}
