package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.device.DeviceState;

/// Every page on which a document is scanned.
final class ScanTour extends PageTour {
    @Override
    void walk() {
        oneDocument();
        faults();
        answered();
    }

    private void open(String media) {
        newTerminal();
        terminal.send(new SessionEvent.DeviceChanged(TestWorld.scanner(DeviceState.ONLINE, media)));
        terminal.send(new SessionEvent.ServiceChosen(WideForm.ID));
        terminal.send(new SessionEvent.ServiceStarted());
        terminal.send(new SessionEvent.ChangePressed(Positions.of("photo")));
    }

    private void oneDocument() {
        open("notPresent");
        see("scan.ways");
        terminal.touch("option.scan");
        see("scan.chosen");
        terminal.touch("next");
        see("scan.lay");
        terminal.world().silent(true);
        terminal.touch("next");
        see("scan.running");
        String scan = terminal.guided().scans().visit().orElseThrow().scan();
        terminal.send(new SessionEvent.PagesArrived(scan, 2));
        see("scan.running.more");
        terminal.touch("back");
        terminal.world().silent(false);
        terminal.touch("next");
        see("scan.shown");
        for (int page = 0; page < 3; page++) {
            terminal.touch("scan.add");
            terminal.touch("next");
        }
        see("scan.shown.many");
        terminal.touch("scan.again");
        see("scan.lay.again");
    }

    private void faults() {
        open("unknown");
        terminal.touch("option.scan");
        terminal.touch("next");
        see("scan.lay.plate");
        for (String code : new String[] {"SCN-JAM", "SCN-EMPTY", "SCN-GONE", "SCN-BUSY"}) {
            terminal.world().failScans(code);
            terminal.touch("next");
            see("scan.failed." + code);
        }
        terminal.world().failScans("");
        terminal.touch("next");
        terminal.touch("scan.add");
        terminal.world().failScans("SCN-TOO-LARGE");
        terminal.touch("next");
        see("scan.failed.kept");
        open("unknown");
        terminal.touch("option.scan");
        terminal.send(
                new SessionEvent.DeviceChanged(TestWorld.scanner(DeviceState.OFFLINE, "unknown")));
        terminal.touch("next");
        see("scan.gone");
    }

    private void answered() {
        open("unknown");
        terminal.touch("option.scan");
        terminal.touch("next");
        terminal.touch("next");
        terminal.touch("scan.add");
        terminal.touch("next");
        terminal.touch("next");
        new Filling(terminal).toTheEnd();
        for (int part = 0;
                part < 12
                        && !ScreenParts.texts(terminal.screen())
                                .contains("Hier gescannt, 2 Seiten");
                part++) {
            terminal.send(new SessionEvent.MorePressed());
        }
        see("scan.check");
    }
}
