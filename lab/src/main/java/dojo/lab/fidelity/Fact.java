package dojo.lab.fidelity;

import dojo.lab.law.Fidelity.Level;

/**
 * A number of the lab that has a name, so that a text can print it instead of repeating it.
 *
 * @param name such as {@code partition.write-units}
 * @param number in the unit
 * @param unit what is counted
 * @param says the claim the number belongs to
 * @param level how well founded it is
 * @param source the address of the page that says so; empty where nobody does
 */
public record Fact(String name, double number, String unit, String says, Level level, String source) {}
