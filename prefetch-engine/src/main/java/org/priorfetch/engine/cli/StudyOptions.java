package org.priorfetch.engine.cli;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.Message;
import picocli.CommandLine.Option;

/** Which study a command is about, and for whom. */
final class StudyOptions {

    @Option(names = "--study", paramLabel = "UID", required = true)
    private String study = "";

    @Option(names = "--from", paramLabel = "SOURCE", required = true)
    private String source = "";

    @Option(names = "--for", paramLabel = "ACCESSION")
    private @Nullable String forAccession;

    /** @throws CommandException when what was given can be no UID */
    String study() throws CommandException {
        return requireUid(study, "cli.badUid");
    }

    String source() {
        return source;
    }

    @Nullable
    String forAccession() {
        return forAccession;
    }

    static String requireUid(String given, String explanation) throws CommandException {
        if (!DicomText.mayBeUid(given)) {
            throw CommandException.misuse(Message.of(explanation, "\"" + given + "\""));
        }
        return given;
    }
}
