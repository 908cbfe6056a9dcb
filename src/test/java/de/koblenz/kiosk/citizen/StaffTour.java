package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.StaffBoard;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.citizen.session.StaffVisit;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One way through the staff pages and those of a terminal that is out of service, for [EveryPage].
final class StaffTour extends PageTour {
    @Override
    void walk() {
        staff();
        outOfService();
    }

    private void staff() {
        newTerminal();
        terminal.send(new SessionEvent.OverlayOpened(Overlay.Kind.HELP));
        terminal.world().silent(true);
        terminal.touch("staff");
        see("staff.code");
        terminal.code(5);
        see("staff.code.short");
        terminal.code(8);
        see("staff.checking");
        String id = terminal.session().id();
        terminal.send(
                new SessionEvent.StaffAnswered(id, new StaffEvent.Refused(terminal.steady())));
        see("staff.code.wrongOnce");
        terminal.code(8);
        terminal.send(
                new SessionEvent.StaffAnswered(
                        id, new StaffEvent.Refused(terminal.steady().plusSeconds(30))));
        see("staff.code.wrong");
        terminal.code(8);
        terminal.pass(Duration.ofSeconds(31));
        see("staff.code.again");
        terminal.code(8);
        terminal.send(new SessionEvent.StaffAnswered(id, new StaffEvent.NoCodeSet()));
        see("staff.code.none");
        terminal.world().silent(false);
        terminal.code(8);
        see("staff.menu");
        devices();
        terminal.touch("staff.JOBS");
        see("staff.jobs");
        terminal.touch("more");
        see("staff.jobs.more");
        terminal.touch("more");
        terminal.touch("more");
        terminal.touch("more");
        terminal.touch("job.job-2");
        see("staff.job.unknown");
        terminal.touch("staff.cameOut");
        see("staff.job.resolved");
        terminal.touch("back");
        terminal.send(new SessionEvent.Staff(new StaffEvent.PartChosen(StaffVisit.Part.JOBS)));
        terminal.touch("job.job-0");
        see("staff.job.printed");
        terminal.touch("back");
        terminal.touch("back");
        terminal.touch("staff.KEPT");
        see("staff.kept");
        terminal.touch("job.job-2");
        see("staff.job.kept");
        terminal.touch("staff.REASON");
        see("staff.reason");
        terminal.world().silent(true);
        terminal.touch("reason.PAPER_JAM");
        see("staff.working");
        terminal.send(
                new SessionEvent.StaffAnswered(
                        id, new StaffEvent.Done("PRN-PAPER-OUT", TestWorld.board())));
        see("staff.job.failed");
        terminal.touch("staff.REASON");
        terminal.touch("reason.OTHER");
        terminal.send(
                new SessionEvent.StaffAnswered(
                        id, new StaffEvent.Done(StaffVisit.GONE, TestWorld.board())));
        see("staff.job.gone");
        terminal.touch("staff.REASON");
        terminal.touch("reason.OTHER");
        terminal.send(
                new SessionEvent.StaffAnswered(
                        id, new StaffEvent.Done(StaffVisit.UNDER_WAY, TestWorld.board())));
        see("staff.job.underWay");
        terminal.touch("staff.REASON");
        terminal.touch("reason.OTHER");
        terminal.send(
                new SessionEvent.StaffAnswered(id, new StaffEvent.Done("", StaffBoard.EMPTY)));
        see("staff.job.settled");
        terminal.touch("back");
        terminal.touch("back");
        terminal.touch("staff.KEPT");
        see("staff.kept.none");
        terminal.touch("back");
        terminal.touch("staff.JOBS");
        see("staff.jobs.none");
    }

    private void devices() {
        terminal.send(
                new SessionEvent.DeviceChanged(
                        new DeviceHealth(
                                new DeviceId("receipt-printer"),
                                DeviceState.USER_ERROR,
                                Map.of(
                                        "paper",
                                        "low",
                                        "cover",
                                        "open",
                                        "cutter",
                                        "error",
                                        "head",
                                        "overheated",
                                        "presenter",
                                        "retracted",
                                        DeviceHealth.PAPER_LEFT_MM,
                                        "1840",
                                        DeviceHealth.PRINTS_LEFT,
                                        "9"))));
        terminal.send(
                new SessionEvent.DeviceChanged(
                        new DeviceHealth(
                                new DeviceId("card-reader"),
                                DeviceState.HARDWARE_ERROR,
                                Map.of("media", "notPresent"))));
        terminal.send(
                new SessionEvent.DeviceChanged(
                        new DeviceHealth(
                                new DeviceId("document-scanner"),
                                DeviceState.USER_ERROR,
                                Map.of("cover", "open"))));
        terminal.touch("staff.DEVICES");
        see("staff.devices");
        List<String> papers = List.of("full", "low", "out", "jammed", "unknown");
        List<String> outlets = List.of("present", "retracted", "jammed", "empty");
        for (DeviceState state : DeviceState.values()) {
            terminal.send(
                    new SessionEvent.DeviceChanged(
                            new DeviceHealth(
                                    new DeviceId("receipt-printer"),
                                    state,
                                    Map.of(
                                            "paper",
                                            papers.get(state.ordinal() % papers.size()),
                                            "cover",
                                            "closed",
                                            "cutter",
                                            "ok",
                                            "presenter",
                                            outlets.get(state.ordinal() % outlets.size())))));
            see("staff.devices." + state);
        }
        terminal.touch("back");
    }

    private void outOfService() {
        newTerminal();
        terminal.send(new SessionEvent.ServiceModeChanged(false, ""));
        see("outOfService");
        terminal.send(new SessionEvent.ServiceModeChanged(false, "CFG-BROKEN"));
        see("outOfService.code");
    }
}
