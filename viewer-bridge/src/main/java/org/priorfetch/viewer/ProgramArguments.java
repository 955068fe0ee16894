package org.priorfetch.viewer;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.Template.Literal;
import org.priorfetch.viewer.Template.Slot;

/** Fills the arguments of a program. Each template becomes one argument; there is no shell that could split it. */
record ProgramArguments(OperatingSystem system) {

    /** Windows takes 32,767 characters for the whole command line. */
    private static final int LONGEST = 8000;
    private static final String OPTION_MARKS = "-@";
    private static final String OPTION_MARKS_OF_WINDOWS = "-@/";

    String fill(Template template, CheckedValues values) throws RefusedException {
        StringBuilder argument = new StringBuilder();
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Literal literal -> argument.append(literal.text());
                case Slot slot -> argument.append(value(slot.placeholder(), values, argument.isEmpty()));
            }
        }
        if (argument.length() > LONGEST) {
            throw new RefusedException(Message.of("viewer.url.long"));
        }
        return argument.toString();
    }

    List<String> fill(List<Template> templates, CheckedValues values) throws RefusedException {
        List<String> arguments = new ArrayList<>();
        for (Template template : templates) {
            arguments.add(fill(template, values));
        }
        return arguments;
    }

    private String value(Placeholder placeholder, CheckedValues values, boolean first) throws RefusedException {
        String joined = String.join(",", values.of(placeholder));
        if ((first && beginsOption(joined)) || breaksQuotes(joined)) {
            throw new RefusedException(Message.of("viewer.value.unsafe", placeholder.inBraces()));
        }
        return joined;
    }

    private boolean beginsOption(String value) {
        String marks = system == OperatingSystem.WINDOWS ? OPTION_MARKS_OF_WINDOWS : OPTION_MARKS;
        return marks.indexOf(value.charAt(0)) >= 0;
    }

    /** On Windows arguments travel as one line that the program itself takes apart, at quotes and the backslashes before them. */
    private boolean breaksQuotes(String value) {
        return system == OperatingSystem.WINDOWS && (value.indexOf('"') >= 0 || value.endsWith("\\"));
    }
}
