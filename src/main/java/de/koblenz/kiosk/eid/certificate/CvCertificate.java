package de.koblenz.kiosk.eid.certificate;

import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A card-verifiable certificate (TR-03110-3 §C.1) with its encoding as it was read.
///
/// @param authority name of the key that signed it
/// @param holder name of the key in it
/// @param effective first day
/// @param expires last day
/// @param extensions object identifier and content of each (§C.3)
/// @param body the signed part with its tag `7F4E`
/// @param signature r and s side by side
public record CvCertificate(
        String authority,
        CvPublicKey key,
        String holder,
        Chat chat,
        LocalDate effective,
        LocalDate expires,
        List<Extension> extensions,
        Octets body,
        Octets signature) {
    private static final int CERTIFICATE = 0x7F21;
    private static final int BODY = 0x7F4E;
    private static final int PROFILE = 0x5F29;
    private static final int AUTHORITY = 0x42;
    private static final int HOLDER = 0x5F20;
    private static final int EFFECTIVE = 0x5F25;
    private static final int EXPIRES = 0x5F24;
    private static final int EXTENSIONS = 0x65;
    private static final int EXTENSION = 0x73;
    private static final int SIGNATURE = 0x5F37;
    private static final int OBJECT_ID = 0x06;
    private static final int HASH = 0x80;
    private static final int SECOND_HASH = 0x81;

    /// @param content the objects behind the identifier
    public record Extension(Octets identifier, TlvSequence content) {}

    public CvCertificate {
        extensions = List.copyOf(extensions);
    }

    /// @param certificate the whole certificate, tag `7F21`
    /// @throws TlvException when it is none or of a profile other than 1
    public static CvCertificate parse(Octets certificate) throws TlvException {
        TlvSequence parts = Tlv.parse(certificate).expect(CERTIFICATE).children();
        return of(parts.get(BODY), parts.get(SIGNATURE).value());
    }

    private static CvCertificate of(Tlv body, Octets signature) throws TlvException {
        TlvSequence parts = body.expect(BODY).children();
        if (parts.get(PROFILE).number() != 0) {
            throw new TlvException("another certificate profile");
        }
        List<Extension> extensions = new ArrayList<>();
        Optional<Tlv> list = parts.find(EXTENSIONS);
        if (list.isPresent()) {
            for (Tlv extension : list.get().children().items()) {
                TlvSequence content = extension.expect(EXTENSION).children();
                extensions.add(
                        new Extension(
                                content.at(0).expect(OBJECT_ID).value(),
                                new TlvSequence(content.items().subList(1, content.size()))));
            }
        }
        return new CvCertificate(
                name(parts.get(AUTHORITY)),
                CvPublicKey.parse(parts.get(CvPublicKey.TAG)),
                name(parts.get(HOLDER)),
                Chat.parse(parts.get(Chat.TAG)),
                date(parts.get(EFFECTIVE)),
                date(parts.get(EXPIRES)),
                extensions,
                body.encoded(),
                signature);
    }

    /// The part of a certificate that is to be signed.
    public static Octets body(
            String authority,
            CvPublicKey key,
            String holder,
            Chat chat,
            LocalDate effective,
            LocalDate expires,
            List<Extension> extensions) {
        List<Tlv> parts = new ArrayList<>();
        parts.add(Tlv.of(PROFILE, Octets.of((byte) 0)));
        parts.add(Tlv.ofText(AUTHORITY, authority));
        parts.add(key.encoded());
        parts.add(Tlv.ofText(HOLDER, holder));
        parts.add(chat.encoded());
        parts.add(Tlv.of(EFFECTIVE, date(effective)));
        parts.add(Tlv.of(EXPIRES, date(expires)));
        if (!extensions.isEmpty()) {
            List<Tlv> list = new ArrayList<>();
            for (Extension extension : extensions) {
                List<Tlv> content = new ArrayList<>();
                content.add(Tlv.of(OBJECT_ID, extension.identifier()));
                content.addAll(extension.content().items());
                list.add(Tlv.of(EXTENSION, content.toArray(new Tlv[0])));
            }
            parts.add(Tlv.of(EXTENSIONS, list.toArray(new Tlv[0])));
        }
        return Tlv.of(BODY, parts.toArray(new Tlv[0])).encoded();
    }

    /// The certificate of a body and its signature.
    ///
    /// @throws IllegalArgumentException when the body is none
    public static CvCertificate signed(Octets body, Octets signature) {
        try {
            return of(Tlv.parse(body), signature);
        } catch (TlvException e) {
            throw new IllegalArgumentException("no certificate body", e);
        }
    }

    /// The whole certificate with its tag `7F21`.
    public Octets encoded() {
        return Tlv.of(CERTIFICATE, Octets.join(body, Tlv.of(SIGNATURE, signature).encoded()))
                .encoded();
    }

    /// Body and signature without the outer tag, as a card takes them (§B.11.4).
    public Octets forCard() {
        return Octets.join(body, Tlv.of(SIGNATURE, signature).encoded());
    }

    /// The hash of the certificate description that belongs to it, where it has one (§C.3.1).
    public Optional<Octets> descriptionHash() throws TlvException {
        return hash(ObjectIds.DESCRIPTION, HASH);
    }

    /// The hash of the public key of its first sector (§C.3.2).
    public Optional<Octets> sectorHash() throws TlvException {
        return hash(ObjectIds.SECTOR, HASH);
    }

    /// The hash of the public key of its second sector.
    public Optional<Octets> secondSectorHash() throws TlvException {
        return hash(ObjectIds.SECTOR, SECOND_HASH);
    }

    private Optional<Octets> hash(Octets identifier, int tag) throws TlvException {
        for (Extension extension : extensions) {
            if (extension.identifier().equals(identifier)) {
                return extension.content().find(tag).map(Tlv::value);
            }
        }
        return Optional.empty();
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(effective) && !day.isAfter(expires);
    }

    private static String name(Tlv reference) throws TlvException {
        // Country, mnemonic, sequence number: 8 to 16 octets (§C.1.1).
        if (reference.value().length() < 8 || reference.value().length() > 16) {
            throw new TlvException("no key name");
        }
        return reference.text(StandardCharsets.ISO_8859_1);
    }

    /// Six octets, each one decimal digit: YYMMDD in this century (§D.2.1.3).
    private static LocalDate date(Tlv date) throws TlvException {
        Octets digits = date.value();
        if (digits.length() != 6) {
            throw new TlvException("no date");
        }
        int[] pairs = new int[3];
        for (int i = 0; i < 6; i++) {
            if (digits.at(i) > 9) {
                throw new TlvException("no date");
            }
            pairs[i / 2] = pairs[i / 2] * 10 + digits.at(i);
        }
        try {
            return LocalDate.of(2000 + pairs[0], pairs[1], pairs[2]);
        } catch (DateTimeException e) {
            throw new TlvException("no date");
        }
    }

    private static Octets date(LocalDate date) {
        int number =
                date.getYear() % 100 * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        byte[] digits = new byte[6];
        for (int i = 5; i >= 0; i--) {
            digits[i] = (byte) (number % 10);
            number /= 10;
        }
        return Octets.of(digits);
    }
}
