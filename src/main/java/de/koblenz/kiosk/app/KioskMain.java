package de.koblenz.kiosk.app;

/// Entry point of the terminal.
public final class KioskMain {
    private KioskMain() {}

    public static void main(String[] args) {
        System.out.println("Bürgerterminal " + args.length);
    }
}
