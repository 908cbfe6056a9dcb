package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import java.net.URI;

/// The service behind the AusweisApp: whoever reads by that road gets the data from an eID-Server (BSI TR-03130), not from the app.
/// Calls may block on a network. Implementations are thread-safe.
public interface EidServer {
    /// Opens a session.
    ///
    /// @return address at which the app fetches the session's TcToken (BSI TR-03124-1 §2.5.1)
    URI open(EidRequest request) throws AuthorityException;

    /// What was read in a session that has ended well.
    ///
    /// @param refresh the address that the app gave at the end
    EidStep.IdentityRead result(URI refresh) throws AuthorityException;
}
