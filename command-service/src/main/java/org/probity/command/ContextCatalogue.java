package org.probity.command;

import java.util.List;

/**
 * What a context brings to the command side. Each context declares one as a bean.
 *
 * @param context its name, as in the packages
 * @param families its sealed families of commands
 * @param rules the rules it may refuse them by
 */
public record ContextCatalogue(String context, List<Class<? extends Command>> families, List<? extends Rule> rules) {}
