package org.priorfetch.engine.settings;

import java.io.StringReader;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML text as a tree of nodes with their places. No object is ever made from a tag. */
final class YamlDocument {

    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;

    /** The text is not YAML. */
    static final class SyntaxException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient SettingsProblem problem;

        SyntaxException(SettingsProblem problem, Throwable cause) {
            super(problem.message().text(), cause);
            this.problem = problem;
        }

        SettingsProblem problem() {
            return problem;
        }
    }

    private YamlDocument() {}

    /** The only document of the text; empty when there is nothing in it. */
    static Optional<Node> parse(String text) throws SyntaxException {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            StreamReader reader = new StreamReader(new StringReader(text));
            return Optional.ofNullable(
                    new Composer(new ParserImpl(reader, limits), new Resolver(), limits).getSingleNode());
        } catch (MarkedYAMLException syntax) {
            Mark mark = syntax.getProblemMark() == null ? syntax.getContextMark() : syntax.getProblemMark();
            throw failure(mark, syntax.getProblem(), syntax);
        } catch (ReaderException badCharacter) {
            throw failure(text, badCharacter);
        } catch (YAMLException limit) {
            throw failure(null, String.valueOf(limit.getMessage()), limit);
        }
    }

    private static SyntaxException failure(@Nullable Mark mark, String what, Throwable cause) {
        Message message = Message.of("settings.syntax", Quoted.of(what));
        return new SyntaxException(mark == null ? SettingsProblem.ofFile(message)
                : new SettingsProblem(mark.getLine() + 1, mark.getColumn() + 1, message), cause);
    }

    private static SyntaxException failure(String text, ReaderException cause) {
        String before = text.substring(0, Math.clamp(cause.getPosition(), 0, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        String code = String.format("U+%04X", cause.getCodePoint());
        return new SyntaxException(new SettingsProblem(line, column, Message.of("settings.character", code)), cause);
    }
}
