package de.koblenz.kiosk.device.sim.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom the card believes: trust points and its idea of today, which stay, and the certificates of the present chain,
/// which do not (BSI TR-03110-3 A.6.2). Not thread-safe.
final class TrustPoints {
    private static final int MOST = 2;

    /// The newest first.
    private final List<CardVerifiable> anchors = new ArrayList<>();

    private LocalDate today;
    private @Nullable CardVerifiable chosen;
    private Rights chosenRights = Rights.NONE;
    private @Nullable CardVerifiable imported;
    private Rights importedRights = Rights.NONE;

    /// @param today day on which the card was made
    TrustPoints(List<CardVerifiable> newestFirst, LocalDate today) {
        this.today = today;
        anchors.addAll(newestFirst.subList(0, Math.min(MOST, newestFirst.size())));
    }

    /// Forgets the present chain.
    void reset() {
        chosen = null;
        imported = null;
    }

    /// References of the trust points, newest first, as octets.
    List<byte[]> references() {
        return anchors.stream().map(anchor -> HexFormat.of().parseHex(anchor.holder())).toList();
    }

    LocalDate today() {
        return today;
    }

    /// Chooses the key that will verify the next certificate.
    ///
    /// @throws CardError with `6A88` for an unknown one
    void choose(String reference) throws CardError {
        Optional<CardVerifiable> anchor =
                anchors.stream().filter(known -> known.holder().equals(reference)).findFirst();
        CardVerifiable last = imported;
        if (anchor.isPresent()) {
            chosen = anchor.get();
            chosenRights = anchor.get().rights();
        } else if (last != null && last.holder().equals(reference)) {
            chosen = last;
            chosenRights = importedRights;
        } else {
            throw new CardError(CardError.NO_REFERENCE);
        }
    }

    /// Verifies a certificate with the chosen key and takes it in.
    ///
    /// @throws CardError with `6984` for one that does not hold, `6985` where no key was chosen
    void verify(byte[] field) throws CardError {
        CardVerifiable authority = chosen;
        if (authority == null) {
            throw new CardError(CardError.CONDITIONS);
        }
        chosen = null;
        CardVerifiable certificate = read(field, authority);
        Rights.Role above = authority.rights().role();
        Rights.Role role = certificate.rights().role();
        boolean link = above == Rights.Role.AUTHORITY && role == Rights.Role.AUTHORITY;
        boolean issued =
                (above == Rights.Role.AUTHORITY && role.verifier())
                        || (above.verifier() && role == Rights.Role.TERMINAL);
        // An expired authority may still hand over to its successor, but to nobody else.
        boolean alive = link || !authority.expires().isBefore(today);
        if (!(link || issued)
                || !alive
                || !certificate.authority().equals(authority.holder())
                || certificate.expires().isBefore(today)
                || certificate.expires().isBefore(certificate.effective())
                || !certificate.signedBy(authority.key())) {
            throw new CardError(CardError.UNUSABLE);
        }
        if (link) {
            anchors.removeIf(known -> known.holder().equals(certificate.holder()));
            anchors.addFirst(certificate);
            while (anchors.size() > MOST) {
                anchors.removeLast();
            }
        } else {
            imported = certificate;
            importedRights = chosenRights.and(certificate.rights());
        }
        boolean official =
                link
                        || role == Rights.Role.VERIFIER_DOMESTIC
                        || above == Rights.Role.VERIFIER_DOMESTIC;
        if (official && certificate.effective().isAfter(today)) {
            today = certificate.effective();
        }
    }

    private static CardVerifiable read(byte[] field, CardVerifiable authority) throws CardError {
        try {
            return CardVerifiable.ofParts(field, authority.key().domain());
        } catch (CardError _) {
            throw new CardError(CardError.UNUSABLE);
        }
    }

    /// The terminal's certificate at the end of the chain.
    ///
    /// @throws CardError with `6A88` where it is another
    CardVerifiable terminal(String reference) throws CardError {
        CardVerifiable last = imported;
        if (last == null
                || last.rights().role() != Rights.Role.TERMINAL
                || !last.holder().equals(reference)) {
            throw new CardError(CardError.NO_REFERENCE);
        }
        return last;
    }

    /// What the whole chain allows to that terminal.
    Rights terminalRights() {
        return importedRights;
    }
}
