package org.priorfetch.engine.settings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SiteForm;

/** Puts what people want into the text of {@code site.yaml}, and looks whether it says that then. Writes nothing. */
public final class SiteDrafts {

    private final SiteFile file;

    public SiteDrafts(SiteFile file) {
        this.file = file;
    }

    /** The form put into the file's text. A file that is no YAML is mended by hand first. */
    public SiteDraft of(SiteForm form) {
        if (!file.exists()) {
            return anew(form);
        }
        try {
            return draft(new YamlText(file.reader().text()), form);
        } catch (YamlDocument.SyntaxException syntax) {
            return new SiteDraft.Refused(notYaml(syntax.problem()));
        } catch (IOException _) {
            return new SiteDraft.Refused(unreadable());
        }
    }

    private Message notYaml(SettingsProblem problem) {
        return problem.line() == 0 ? problem.message()
                : Message.of("site.notYaml", file.path(), problem.line(), problem.column());
    }

    private Message unreadable() {
        return file.reader().read() instanceof ReadResult.Invalid(List<SettingsProblem> problems)
                ? problems.getFirst().message()
                : notEditable();
    }

    /** The form alone, as if there were no file. */
    public SiteDraft anew(SiteForm form) {
        return draft(SiteFile.sayingNothing(), form);
    }

    private SiteDraft draft(YamlText text, SiteForm form) {
        return draft(() -> FormWriting.write(text, form),
                (draft, _) -> TidyForm.of(FormReading.of(draft)).equals(TidyForm.of(form)));
    }

    /** The rules put into the file's text. */
    public SiteDraft of(RelevanceRules rules) {
        Optional<SiteSettings> before = file.settings();
        RelevanceRules there = before.map(SiteSettings::relevance).orElse(RelevanceRules.DEFAULT);
        return draft(() -> RulesWriting.write(file.understood(), there, rules), (_, settings) -> before
                .map(old -> old.with(rules))
                .filter(settings::equals)
                .isPresent());
    }

    private Message notEditable() {
        return Message.of("site.notEditable", file.path());
    }

    private interface Writing {

        YamlText write() throws YamlDocument.SyntaxException;
    }

    /** @param isFaithful whether the draft says what is wanted; anchors and the like could make one change two */
    private SiteDraft draft(Writing writing, BiPredicate<YamlText, SiteSettings> isFaithful) {
        try {
            YamlText draft = writing.write();
            return switch (file.reader().read(draft.text())) {
                case ReadResult.Invalid(List<SettingsProblem> problems) -> new SiteDraft.Wrong(
                        new FieldPlaces(draft).problems(problems));
                case ReadResult.Valid(SiteSettings settings) -> isFaithful.test(draft, settings)
                        ? new SiteDraft.Usable(draft.text(), settings)
                        : new SiteDraft.Refused(notEditable());
            };
        } catch (YamlDocument.SyntaxException _) {
            return new SiteDraft.Refused(notEditable());
        }
    }
}
