package dojo.lab.fault;

/**
 * How a rule has fared so far.
 *
 * @param rule the rule
 * @param matched requests that it could have struck
 * @param struck requests that it did strike
 */
public record RuleCount(FaultRule rule, long matched, long struck) {}
