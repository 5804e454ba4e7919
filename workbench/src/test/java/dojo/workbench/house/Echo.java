package dojo.workbench.house;

/** Stands where the workbench would: prints what the launcher handed over. */
final class Echo {
    private Echo() {}

    public static void main(String[] arguments) {
        System.out.println("home=" + System.getProperty("dojo.home"));
        System.out.println("folder=" + System.getProperty("user.dir"));
        for (String argument : arguments) System.out.println("argument=" + argument);
    }
}
