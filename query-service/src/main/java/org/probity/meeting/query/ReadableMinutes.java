package org.probity.meeting.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.MinutesText;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.id.BoardId;
import org.probity.id.PersonId;
import org.probity.meeting.query.MinutesQuery.MinutesTextFound;
import org.probity.people.query.PeopleTables;
import org.springframework.stereotype.Component;

/** Puts names, as they were known at a position, in place of ids; whoever is erased stays an id. */
@Component
class ReadableMinutes {

    private static final Pattern NAMED =
            Pattern.compile("(person|board)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final PeopleTables people;
    private final BoardTables boards;

    ReadableMinutes(PeopleTables people, BoardTables boards) {
        this.people = people;
        this.boards = boards;
    }

    MinutesTextFound of(MinutesText minutes, long position) {
        return new MinutesTextFound(
                minutes.text(), minutes.complete() ? minutes.sha256() : null, readable(minutes.text(), position));
    }

    private String readable(String text, long position) {
        List<PersonId> named = NAMED.matcher(text)
                .results()
                .filter(ReadableMinutes::isPerson)
                .map(found -> new PersonId(id(found)))
                .toList();
        Names names = Names.of(people, position, List.of(named));
        return NAMED.matcher(text).replaceAll(found -> {
            @Nullable String name = isPerson(found) ? names.name(new PersonId(id(found))) : board(id(found), position);
            return Matcher.quoteReplacement(Optional.ofNullable(name).orElse(found.group()));
        });
    }

    private @Nullable String board(UUID id, long position) {
        return boards.boards().at(position, new BoardId(id)).map(Board::name).orElse(null);
    }

    private static boolean isPerson(MatchResult found) {
        return found.group(1).equals("person");
    }

    private static UUID id(MatchResult found) {
        return UUID.fromString(found.group(2));
    }
}
