package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import java.util.List;

/// Every page of the [FederalForms], empty, wrong and filled in, with one and with several instances of each group.
final class FormTour extends PageTour {
    @Override
    void walk() {
        FederalForms.ids().forEach(this::pages);
        lists();
        towns();
        groups();
        explanations();
        answered();
    }

    private void open(String service) {
        newTerminal();
        terminal.send(new SessionEvent.ServiceChosen(service));
        terminal.send(new SessionEvent.ServiceStarted());
    }

    /// Opens a page as "Ändern" does.
    private void turnTo(String page) {
        terminal.send(new SessionEvent.ChangePressed(Positions.of(page)));
    }

    private void pages(String service) {
        open(service);
        for (String key : terminal.positions().keys()) {
            if (!key.equals(Positions.CHECK)) {
                terminal.send(new SessionEvent.ChangePressed(key));
                String name = terminal.screen().key();
                see(name);
                if (terminal.screen().body() instanceof Screen.Instances) {
                    terminal.touch("add");
                    see(name + ".first");
                    terminal.touch("back");
                    see(name + ".one");
                } else {
                    terminal.touch("next");
                    if (terminal.screen().alert().isPresent()) {
                        see(name + ".error");
                    }
                }
            }
        }
    }

    private void lists() {
        open(WideForm.ID);
        for (String list : List.of("country", "trade")) {
            turnTo(list);
            terminal.type("search", list.equals("country") ? "ö" : "netze repar");
            see("list." + list + ".hits");
            terminal.type("search", "xyz");
            see("list." + list + ".nothing");
            terminal.type("search", "");
            terminal.touch("hits");
            see("list." + list + ".listed");
            terminal.touch("more");
            Screen.CodePage shown = (Screen.CodePage) terminal.screen().body();
            terminal.touch(shown.choices().getLast().control().id());
            see("list." + list + ".chosen");
            terminal.send(new SessionEvent.EarlierPressed());
            terminal.send(new SessionEvent.EarlierPressed());
            see("list." + list + ".last");
            terminal.touch("search");
            see("list." + list + ".search");
        }
    }

    /// A postcode with several towns, with one, with none that is known; on one page with its town and on two.
    private void towns() {
        open(WideForm.ID);
        turnTo("person-postcode");
        terminal.type("person.postcode", "56220");
        see("towns.offered");
        terminal.touch("next");
        see("towns.missing");
        terminal.touch("option.Urmitz");
        see("towns.chosen");
        terminal.touch("town.other");
        see("towns.other");
        terminal.type("person.postcode", "56332");
        see("towns.many");
        terminal.type("person.postcode", "56073");
        see("towns.filled");
        turnTo("work-F60000000246");
        terminal.type("work.F60000000246", "56332");
        turnTo("work-F60000000247");
        see("towns.page.many");
        turnTo("work-F60000000246");
        terminal.type("work.F60000000246", "56073");
        turnTo("work-F60000000247");
        see("towns.page.filled");
    }

    private void groups() {
        open(WideForm.ID);
        turnTo("dogs");
        for (int i = 0; i < 7; i++) {
            terminal.touch("add");
            terminal.type("dogs[a" + (i + 1) + "].name", "Bello von der Lahnhöhe " + (i + 1));
            terminal.touch("next");
            if (i < 6) {
                terminal.type("dogs[a" + (i + 1) + "].chip", "276098102345678");
                terminal.touch("next");
            }
        }
        terminal.touch("back");
        terminal.touch("back");
        see("group.dogs.many");
        terminal.touch("more");
        see("group.dogs.more");
        terminal.touch("remove.a7");
        see("group.dogs.removal");
        terminal.touch("back");
        turnTo("children");
        for (int i = 0; i < 3; i++) {
            terminal.touch("add");
            terminal.touch("back");
        }
        see("group.children.full");
    }

    /// What does not fit beside a question.
    private void explanations() {
        open(WideForm.ID);
        turnTo("reason");
        terminal.touch("help");
        see("overlay.HELP.explained");
        terminal.touch("explanation");
        see("explanation");
        terminal.touch("more");
        see("explanation.more");
        turnTo("notice");
        terminal.touch("more");
        see("question." + WideForm.ID + ".notice.more");
    }

    /// Everything filled in.
    private void answered() {
        open(WideForm.ID);
        Filling filling = new Filling(terminal);
        filling.toTheEnd();
        for (int part = 0; part < 6; part++) {
            see("check." + WideForm.ID + "." + part);
            terminal.send(new SessionEvent.MorePressed());
        }
    }
}
