package org.probity.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.LogClock;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller take, as parameters, which state and which part of a list is asked for. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final Positions positions;
    private final EventLog log;
    private final LogClock clock;
    private final Duration patience;

    WebConfiguration(Positions positions, EventLog log, LogClock clock, ReadProperties properties) {
        this.patience = properties.patience();
        this.positions = positions;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new MomentArgument(positions, log, clock, patience));
        resolvers.add(new PageArgument());
    }

    /**
     * Reads {@code asAt} (an instant or a day, which means its end), {@code atPosition} and the header
     * {@code Probity-Position}, and waits until the projections can answer.
     */
    private record MomentArgument(Positions positions, EventLog log, LogClock clock, Duration patience)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Moment.class;
        }

        @Override
        public Moment resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Moment moment = asked(request.getParameter("asAt"), request.getParameter("atPosition"));
            String written = request.getHeader("Probity-Position");
            long needed = written == null ? 0 : position("Probity-Position", written);
            if (moment instanceof Moment.Earlier earlier) {
                needed = Math.max(needed, earlier.position());
            }
            if (needed > 0 && !positions.await(needed, patience)) {
                throw new ProjectionBehind(needed);
            }
            return moment;
        }

        private Moment asked(@Nullable String asAt, @Nullable String atPosition) {
            if (asAt != null && atPosition != null) {
                throw new InvalidParameter("asAt", "given without atPosition");
            }
            if (atPosition != null) {
                long position = position("atPosition", atPosition);
                if (position > log.head().position()) {
                    throw new InvalidParameter("atPosition", "a position that the log has reached");
                }
                return new Moment.Earlier(position, null);
            }
            if (asAt == null) {
                return Moment.NEWEST;
            }
            Instant moment = instant(asAt);
            return new Moment.Earlier(log.positionAt(moment), moment);
        }

        private Instant instant(String asAt) {
            Instant now = clock.instant();
            try {
                if (asAt.length() == "2026-01-31".length()) {
                    LocalDate day = LocalDate.parse(asAt);
                    Instant end =
                            day.plusDays(1).atStartOfDay(View.ZONE).toInstant().minusNanos(1000);
                    if (!day.isAfter(LocalDate.ofInstant(now, View.ZONE))) {
                        return end.isAfter(now) ? now : end;
                    }
                } else {
                    Instant moment = Instant.parse(asAt);
                    if (!moment.isAfter(now)) {
                        // before the log began; the database knows no time as early as some that can be written
                        return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment;
                    }
                }
            } catch (DateTimeException e) {
                // falls through to the refusal below
            }
            throw new InvalidParameter("asAt", "an instant or a day that is not in the future");
        }

        private static long position(String parameter, String text) {
            try {
                long position = Long.parseLong(text);
                if (position >= 0) {
                    return position;
                }
            } catch (NumberFormatException e) {
                // falls through to the refusal below
            }
            throw new InvalidParameter(parameter, "a position of the log");
        }
    }

    /** Reads {@code after} and {@code limit}. */
    private static final class PageArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == PageAsked.class;
        }

        @Override
        public PageAsked resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String limit = request.getParameter("limit");
            return new PageAsked(request.getParameter("after"), limit == null ? PageAsked.DEFAULT : number(limit));
        }

        private static int number(String limit) {
            try {
                int number = Integer.parseInt(limit);
                if (number >= 1 && number <= PageAsked.LARGEST) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // falls through to the refusal below
            }
            throw new InvalidParameter("limit", "a number from 1 to " + PageAsked.LARGEST);
        }
    }
}
