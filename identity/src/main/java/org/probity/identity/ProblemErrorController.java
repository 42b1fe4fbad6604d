package org.probity.identity;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed before any controller was reached, in a filter or in the servlet container. */
@Controller
final class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        ProblemDetail problem = status == 500
                ? ProblemAdvice.incident((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                : Problems.of(
                        HttpStatusCode.valueOf(status),
                        Problems.code(HttpStatusCode.valueOf(status)),
                        "The request cannot be answered.");
        Problems.write(problem, request, response);
    }
}
