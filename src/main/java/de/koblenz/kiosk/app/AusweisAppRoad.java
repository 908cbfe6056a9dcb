package de.koblenz.kiosk.app;

import de.koblenz.kiosk.eid.EidDialogue;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.OnSiteRegister;
import de.koblenz.kiosk.eid.PinDialogue;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.ausweisapp.AusweisApp;
import de.koblenz.kiosk.eid.ausweisapp.AusweisAppPins;
import de.koblenz.kiosk.eid.ausweisapp.AusweisAppReading;
import de.koblenz.kiosk.eid.ausweisapp.EidServer;
import de.koblenz.kiosk.health.OutsideServices;
import java.time.Clock;
import java.util.Optional;

/// An AusweisApp that runs on this machine. Thread-safe.
///
/// @param server behind it; without one no card is read
record AusweisAppRoad(AusweisApp app, Optional<EidServer> server) implements CardRoad {
    @Override
    public boolean identifies() {
        return server.isPresent();
    }

    /// It is the eID-Server's, which tells nobody when it ends.
    @Override
    public OutsideServices.Right right() {
        return new OutsideServices.Right.Unknown();
    }

    @Override
    public PinDialogue pins(PinGoal goal) {
        return new AusweisAppPins(goal, app);
    }

    @Override
    public Optional<EidDialogue> reading(EidRequest request, Clock clock, OnSiteRegister register) {
        return server.map(there -> new AusweisAppReading(app, there, register, request));
    }

    /// The app warms itself up.
    @Override
    public void warmUp() {}

    @Override
    public void close() {
        app.close();
    }
}
