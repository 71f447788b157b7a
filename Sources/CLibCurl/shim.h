#include <curl/curl.h>
#include <string.h>

// libcurl takes options with a variable list of arguments, which Swift cannot call.

struct karavaan_mail {
    const char *url;
    const char *user;      // NULL: without signing in
    const char *password;
    const char *from;
    const char *to;
    const char *data;      // the whole message, with CRLF
    size_t length;
    size_t taken;          // how much of it the server was given
    int requires_tls;
    long seconds;
    long reply;            // the last code that the server answered
    char error[CURL_ERROR_SIZE];
};

static inline size_t karavaan_mail_read(char *buffer, size_t size, size_t count, void *context) {
    struct karavaan_mail *mail = (struct karavaan_mail *)context;
    size_t wanted = size * count, left = mail->length - mail->taken;
    size_t given = wanted < left ? wanted : left;
    memcpy(buffer, mail->data + mail->taken, given);
    mail->taken += given;
    return given;
}

// Hands a message to a mail server. 0 when the server took it.
static inline int karavaan_mail_send(struct karavaan_mail *mail) {
    CURL *curl = curl_easy_init();
    if (!curl) return CURLE_FAILED_INIT;
    struct curl_slist *recipients = curl_slist_append(NULL, mail->to);
    mail->error[0] = 0;
    curl_easy_setopt(curl, CURLOPT_URL, mail->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, mail->seconds);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, mail->seconds < 15 ? mail->seconds : 15L);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)(mail->requires_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (mail->user) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, mail->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, mail->password ? mail->password : "");
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, mail->from);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, karavaan_mail_read);
    curl_easy_setopt(curl, CURLOPT_READDATA, mail);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, mail->error);
    int result = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &mail->reply);
    curl_slist_free_all(recipients);
    curl_easy_cleanup(curl);
    return result;
}
