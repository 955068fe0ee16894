package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.RulesReport;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SettingsProblem;
import org.priorfetch.engine.settings.SiteDraft;
import org.priorfetch.engine.settings.SiteDrafts;
import org.priorfetch.engine.settings.SiteFile;
import org.priorfetch.engine.settings.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code site.yaml} for a form, and writes the form into it once an engine works with it. */
final class SiteSaving {

    private static final Logger LOG = LoggerFactory.getLogger(SiteSaving.class);

    private final SiteFile file;
    private final SiteDrafts drafts;
    private final Clock clock;
    private final Function<SiteSettings, Optional<Message>> takeOver;
    private final SiteTrouble trouble;

    /** @param takeOver works with the settings from now on, or says why not and goes on as before */
    SiteSaving(SiteFile file, Clock clock, Function<SiteSettings, Optional<Message>> takeOver, SiteTrouble trouble) {
        this.file = file;
        drafts = new SiteDrafts(file);
        this.clock = clock;
        this.takeOver = takeOver;
        this.trouble = trouble;
    }

    SiteReport read() {
        return new SiteReport(file.form(), file.problems(), file.version(), file.path().toString(), file.exists(),
                file.isWritable());
    }

    RulesReport readRules() throws CommandFailedException {
        RelevanceRules rules = file.rules()
                .orElseThrow(() -> new CommandFailedException(Message.of("site.rulesUnreadable", file.path())));
        return new RulesReport(rules, file.version(), file.path().toString(), file.isWritable());
    }

    SaveAnswer save(SiteCommand.SaveSite wanted) {
        return save(wanted.version(), () -> drafts.of(wanted.form()));
    }

    SaveAnswer save(RulesCommand.SaveRules wanted) {
        return save(wanted.version(), () -> drafts.of(wanted.rules()));
    }

    /**
     * Works with what the file says now, or goes on as before and says why.
     *
     * @param configured whether there is something to go on with
     */
    synchronized void takeOverFile(boolean configured) {
        String version = file.version();
        ReadResult read = file.read();
        if (!file.version().equals(version)) {
            return; // it is being written, and will be looked at again
        }
        switch (read) {
            case ReadResult.Valid(SiteSettings settings) -> takeOver.apply(settings)
                    .ifPresentOrElse(trouble::raise, trouble::clear);
            case ReadResult.Invalid(List<SettingsProblem> problems) -> {
                if (configured) {
                    LOG.warn("{} cannot be taken over: {}", file.path(), problems.getFirst().text(Locale.ENGLISH));
                    trouble.raise(problems.getFirst());
                }
            }
        }
    }

    private synchronized SaveAnswer save(String version, Supplier<SiteDraft> draft) {
        if (!file.version().equals(version)) {
            return SaveAnswer.refused(Message.of("site.changedMeanwhile", file.path()));
        }
        if (!file.isWritable()) {
            return SaveAnswer.refused(Message.of("site.readOnly", file.path()));
        }
        return switch (draft.get()) {
            case SiteDraft.Wrong(var problems) -> new SaveAnswer(problems, null);
            case SiteDraft.Refused(Message why) -> SaveAnswer.refused(why);
            case SiteDraft.Usable usable -> save(usable);
        };
    }

    /** A file that nobody can work with would keep the program from its next start, so the old one comes back. */
    private SaveAnswer save(SiteDraft.Usable draft) {
        try {
            byte[] before = file.content();
            file.write(draft.text(), LocalDateTime.ofInstant(clock.now(), clock.zone()));
            Optional<Message> failure = takeOver.apply(draft.settings());
            if (failure.isPresent()) {
                file.restore(before);
                return SaveAnswer.refused(failure.get());
            }
            trouble.clear();
            return SaveAnswer.SAVED;
        } catch (IOException failure) {
            LOG.warn("The settings could not be written", failure);
            return SaveAnswer.refused(Message.of("site.notWritten", file.path()));
        }
    }
}
